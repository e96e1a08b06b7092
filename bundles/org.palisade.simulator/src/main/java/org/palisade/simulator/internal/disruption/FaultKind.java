package org.palisade.simulator.internal.disruption;

import java.util.Arrays;
import java.util.Optional;

/** What can go wrong to order. */
public enum FaultKind {
	/** The method answers with the SOAP fault that the parameter names, and does nothing. */
	SOAP_FAULT("soapFault", false, ""),
	/** The server answers with that HTTP status, and does nothing. */
	HTTP_STATUS("httpStatus", false, "503"),
	/** The connection is closed instead of an answer. */
	DROP("drop", true, ""),
	/** The connection is closed after half of the answer. */
	HALF("half", true, ""),
	/** The answer comes at so many bytes a second. */
	DRIP("drip", true, "100"),
	/** Nothing comes any more, and the connection stays open. */
	HANG("hang", true, ""),
	/** The answer is not well-formed in its middle. */
	MALFORMED("malformed", true, ""),
	/** The answer ends in its middle as if that were its end. */
	TRUNCATED("truncated", true, ""),
	/** Bytes that are no XML. */
	GARBAGE("garbage", true, ""),
	/** The answer is well-formed, and its values are of other types. */
	WRONG_TYPES("wrongTypes", true, ""),
	/** The answer goes on for so many bytes. */
	ENORMOUS("enormous", true, "1073741824"),
	/** The task that the method starts fails with the fault that the parameter names. */
	TASK_ERROR("taskError", true, ""),
	/** The task that the method starts never ends. */
	TASK_HANG("taskHang", true, ""),
	/** The request waits so many milliseconds before anything happens. */
	DELAY("delay", true, "1000");

	private final String word;
	private final boolean executesByDefault;
	private final String defaultParameter;

	FaultKind(String word, boolean executesByDefault, String defaultParameter) {
		this.word = word;
		this.executesByDefault = executesByDefault;
		this.defaultParameter = defaultParameter;
	}

	/** What the control endpoint calls it. */
	public String word() {
		return word;
	}

	/** Whether the method takes effect although its answer is spoilt. */
	boolean executesByDefault() {
		return executesByDefault;
	}

	/** The parameter when none is given. */
	String defaultParameter() {
		return defaultParameter;
	}

	/** Whether the parameter is a number. */
	boolean isNumeric() {
		return !defaultParameter.isEmpty();
	}

	/** Whether the parameter names a fault. */
	boolean isNamed() {
		return this == SOAP_FAULT || this == TASK_ERROR;
	}

	/** Whether it spoils the way that the answer takes. */
	public boolean spoilsDelivery() {
		return switch (this) {
		case DROP, HALF, DRIP, HANG, MALFORMED, TRUNCATED, GARBAGE, WRONG_TYPES, ENORMOUS -> true;
		default -> false;
		};
	}

	/** The kind of that word. */
	public static Optional<FaultKind> parse(String word) {
		return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
	}
}
