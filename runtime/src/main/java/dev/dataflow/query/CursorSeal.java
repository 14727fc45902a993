package dev.dataflow.query;

import dev.dataflow.config.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encrypts and signs what cursors hold, with AES-GCM. Thread-safe. */
public final class CursorSeal {

    private static final Logger LOG = LoggerFactory.getLogger("dev.dataflow.cursors");
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final SecretKeySpec key;
    private final boolean random;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final SecureRandom randomness = new SecureRandom();

    /**
     * A seal.
     *
     * @param secret what the key is made of; null for a random key, of which a warning tells once
     */
    public CursorSeal(@Nullable Secret secret) {
        byte[] bytes = new byte[32];
        if (secret == null) {
            randomness.nextBytes(bytes);
        } else {
            bytes = derived(secret);
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.random = secret == null;
    }

    /** Makes a text of letters, digits, {@code -} and {@code _} that tells nothing of what it holds. */
    String seal(byte[] content) {
        if (random && warned.compareAndSet(false, true)) {
            LOG.warn("Cursors of pages are encrypted with a random key: they hold in this instance only. Set"
                    + " DATAFLOW_CURSOR_KEY, or cursorKey of the builder, to have them hold in others.");
        }
        byte[] nonce = new byte[NONCE];
        randomness.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(ByteBuffer.allocate(1 + NONCE + sealed.length)
                            .put(VERSION)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** What {@link #seal} was given; null for a text it did not make with the same key. */
    byte @Nullable [] open(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
            if (bytes.length < 1 + NONCE + TAG || bytes[0] != VERSION) {
                return null;
            }
            byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE);
            return cipher(Cipher.DECRYPT_MODE, nonce).doFinal(bytes, 1 + NONCE, bytes.length - 1 - NONCE);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(new byte[] {VERSION});
        return cipher;
    }

    private static byte[] derived(Secret secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("dataflow cursor key:".getBytes(StandardCharsets.UTF_8));
            return digest.digest(secret.value().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
