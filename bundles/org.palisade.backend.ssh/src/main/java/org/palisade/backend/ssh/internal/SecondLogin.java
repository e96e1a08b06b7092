package org.palisade.backend.ssh.internal;

import org.palisade.api.option.Secret;

/**
 * The log-in that {@code vmware-cmd} itself wants since ESX 4.
 *
 * @param host the host it talks to, as seen from the machine on which it runs
 * @param user a user of that host
 * @param password that user's password
 */
record SecondLogin(String host, String user, Secret password) {
}
