package org.palisade.operations;

import java.util.List;
import java.util.StringJoiner;

/** Entries as comma-separated values, RFC 4180: lines end with CR LF, a field with a comma, a quote or a line break stands in quotes. */
public final class HistoryCsv {

	private static final String HEADER = "time,action,outcome,path,plug,uuids,server,type,user,service,nodename,states,duration_ms,kind,message";

	private HistoryCsv() {
	}

	/** {@return the entries, in that order, below a line with the names of the columns} */
	public static String of(List<HistoryEntry> entries) {
		StringBuilder text = new StringBuilder(HEADER).append("\r\n");
		for (HistoryEntry entry : entries) {
			StringJoiner line = new StringJoiner(",");
			for (String field : List.of(entry.time().toString(), entry.action(), entry.outcome(), entry.path(), entry.plug(), entry.uuids(),
					entry.server(), entry.backEndType(), entry.user(), entry.service(), entry.nodeName(), entry.states(),
					Long.toString(entry.duration().toMillis()), entry.kind(), entry.message())) {
				line.add(field(field));
			}
			text.append(line).append("\r\n");
		}
		return text.toString();
	}

	private static String field(String value) {
		// A spreadsheet takes these for the begin of a formula, and the name of a machine is not ours.
		boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
		String harmless = formula ? "'" + value : value;
		boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
		return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
	}
}
