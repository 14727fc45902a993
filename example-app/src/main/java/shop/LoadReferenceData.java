package shop;

import static shop.CountryTable.COUNTRY;

import dev.dataflow.node.BulkResult;
import java.util.List;

/** Currencies, time zones and countries, in the order their references ask for. */
final class LoadReferenceData implements Step {

    @Override
    public String title() {
        return "BulkUpsert: the currencies, time zones and countries the JDK knows";
    }

    @Override
    public void run(Stage stage) {
        CurrencyNodes currencies = stage.nodes().currencies();
        TimeZoneNodes timeZones = stage.nodes().timeZones();
        CountryNodes countries = stage.nodes().countries();
        List<Currency> money = JdkReferenceData.currencies();
        List<TimeZone> zones = JdkReferenceData.timeZones();
        List<Country> world = JdkReferenceData.countries();
        show(stage, stage.call("currencies.bulkUpsert(money)", () -> currencies.bulkUpsert(money)));
        show(stage, stage.call("timeZones.bulkUpsert(zones)", () -> timeZones.bulkUpsert(zones)));
        show(
                stage,
                stage.call(
                        "countries.bulkUpsert(world, o -> o.conflictOn(COUNTRY.ID))",
                        () -> countries.bulkUpsert(world, o -> o.conflictOn(COUNTRY.ID))));
    }

    private static void show(Stage stage, BulkResult<?> done) {
        stage.result("%,d given: %,d inserted, %,d updated", done.processed(), done.inserted(), done.updated());
    }
}
