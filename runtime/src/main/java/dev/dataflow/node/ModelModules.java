package dev.dataflow.node;

import dev.dataflow.discovery.StaleCode;
import dev.dataflow.error.DataFlowException;
import dev.dataflow.error.ErrorCode;
import dev.dataflow.error.Problem;
import dev.dataflow.model.GeneratedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the modules of generated code, and refuses those that do not fit the runtime. */
public final class ModelModules {

    private ModelModules() {}

    /**
     * The modules a class loader finds.
     *
     * @param loader the class loader
     * @throws DataFlowException DF-021 when one was generated for another version, DF-022 when one is left over
     */
    public static List<ModelModule> find(ClassLoader loader) {
        List<ModelModule> modules = new ArrayList<>();
        try {
            ServiceLoader.load(ModelModule.class, loader).forEach(modules::add);
        } catch (ServiceConfigurationError e) {
            throw new DataFlowException(StaleCode.ofModule(String.valueOf(e.getMessage())), e, false);
        }
        modules.forEach(ModelModules::check);
        return modules;
    }

    private static void check(ModelModule module) {
        int contract = module.contract();
        if (contract != GeneratedCode.CONTRACT) {
            throw new DataFlowException(unfit(
                    String.join(", ", module.models().stream().limit(5).toList()),
                    "it is generated for contract " + contract + ", and this runtime has " + GeneratedCode.CONTRACT));
        }
    }

    /**
     * The problem of generated code that does not fit.
     *
     * @param models whose code it is
     * @param why how that was noticed
     */
    static Problem unfit(String models, String why) {
        return new Problem(
                ErrorCode.GENERATED_CODE_VERSION,
                "the generated code of " + models + " does not fit this version of dataflow-runtime",
                why,
                "give dataflow-processor and dataflow-runtime the same version, and rebuild the module that holds the"
                        + " models from clean");
    }
}
