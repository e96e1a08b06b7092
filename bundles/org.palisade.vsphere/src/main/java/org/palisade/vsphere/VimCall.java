package org.palisade.vsphere;

import java.rmi.RemoteException;

import com.vmware.vim25.ws.VimStub;

/**
 * One call of the vSphere API.
 *
 * @param <T> the type of its result
 */
@FunctionalInterface
public interface VimCall<T> {

	/**
	 * Makes the call.
	 *
	 * @throws RemoteException what the stub throws
	 */
	T on(VimStub stub) throws RemoteException;
}
