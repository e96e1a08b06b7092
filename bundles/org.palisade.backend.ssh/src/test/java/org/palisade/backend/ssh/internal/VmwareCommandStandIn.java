package org.palisade.backend.ssh.internal;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stand-in for VMware's {@code vmware-cmd}, which cannot be had: a shell script that speaks its dialect over machines kept in files, a
 * folder each. A state that is no power state orders a misbehaviour: {@code error}, {@code hang} or {@code stopping} (off after two looks).
 */
final class VmwareCommandStandIn {

	private static final String SCRIPT = """
			#!/bin/sh
			home=$(dirname "$(dirname "$0")")
			{ printf '<%s>' "$@"; echo; } >> "$home/calls"
			host= user= password=
			while [ $# -gt 0 ]; do
				case $1 in
				-H) host=$2; shift 2 ;;
				-U) user=$2; shift 2 ;;
				-P) password=$2; shift 2 ;;
				-v) [ -e "$home/login" ] && { echo 'Unknown option: v'; exit 1; }; shift ;;
				*) break ;;
				esac
			done
			if [ -e "$home/login" ] && [ "$host/$user/$password" != "$(cat "$home/login")" ]; then
				echo "Cannot complete login due to an incorrect user name or password. ($password)" >&2
				exit 1
			fi
			for order in next.$1 next.$2; do
				if mv "$home/$order" "$home/struck" 2>/dev/null; then
					. "$home/struck"
				fi
			done
			if [ "$1" = -l ]; then
				echo
				cat "$home"/machines/*/path 2>/dev/null
				exit 0
			fi
			for machine in "$home"/machines/*; do
				[ "$(cat "$machine/path")" = "$1" ] && break
				machine=
			done
			if [ -z "$machine" ]; then
				echo "/usr/bin/vmware-cmd: Could not connect to VM $1"
				echo "  (VMControl error -11: No such virtual machine: The config file $1 is not registered.)"
				exit 255
			fi
			state=$(cat "$machine/state")
			conflict() {
				echo "VMControl error -8: Invalid operation for virtual machine's current state: The requested operation (\\"$1\\")" \\
					"could not be completed because it conflicted with the state of the virtual machine (\\"$state\\")."
				exit 255
			}
			case "$2 $3" in
			'getstate ')
				case $state in
				error) echo 'VMControl error -999: Unknown error' >&2; exit 255 ;;
				hang) echo hanging > "$home/hanging"; while [ -e "$home/hanging" ]; do sleep 1; done; exit 1 ;;
				stopping) echo stopped > "$machine/state"; state=on ;;
				stopped) echo off > "$machine/state"; state=on ;;
				esac
				echo "getstate() = $state" ;;
			'start ')
				[ -e "$machine/idle" ] && { echo 'start() = 1'; exit 0; }
				[ "$state" = on ] && conflict start
				[ -e "$machine/forbidden" ] && { echo 'VMControl error -4: Insufficient permission to perform operation'; exit 255; }
				echo on > "$machine/state"
				echo 'start() = 1' ;;
			'stop hard')
				[ -e "$machine/idle" ] && { echo 'stop(hard) = 1'; exit 0; }
				[ "$state" = on ] || [ "$state" = stuck ] || conflict stop
				[ -e "$machine/forbidden" ] && { echo 'VMControl error -4: Insufficient permission to perform operation'; exit 255; }
				cat "$machine/path" >> "$home/stopped"
				if [ -e "$machine/slow" ]; then echo stopping; else echo off; fi > "$machine/state"
				echo 'stop(hard) = 1' ;;
			*) echo 'Usage: vmware-cmd <options> <vm-cfg-path> <vm-action> <arguments>'; exit 1 ;;
			esac
			""";

	private final Path home;
	private int machines;

	/** Puts the script into {@code home/bin}, and takes away what an earlier one left. */
	VmwareCommandStandIn(Path home) throws IOException {
		this.home = home;
		Path script = home.resolve("bin/vmware-cmd");
		Files.deleteIfExists(home.resolve("login"));
		deleteTree(home.resolve("machines"));
		Files.createDirectories(home.resolve("machines"));
		Files.createDirectories(script.getParent());
		Files.writeString(script, SCRIPT);
		script.toFile().setExecutable(true);
		Files.writeString(home.resolve("calls"), "");
	}

	private static void deleteTree(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (Stream<Path> tree = Files.walk(folder)) {
				tree.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
			}
		}
	}

	/** Makes it speak the dialect of ESX 4, which wants a log-in. */
	void wantLogin(String host, String user, String password) throws IOException {
		Files.writeString(home.resolve("login"), host + "/" + user + "/" + password);
	}

	void add(String path, String state) throws IOException {
		Path machine = home.resolve("machines").resolve(String.format("%03d", ++machines));
		Files.createDirectories(machine);
		Files.writeString(machine.resolve("path"), path + "\n");
		Files.writeString(machine.resolve("state"), state + "\n");
	}

	/** Has the machine that was added last misbehave: {@code slow}, {@code forbidden} or {@code idle}, which says that it does what it does not. */
	void mark(String behaviour) throws IOException {
		Files.writeString(home.resolve("machines").resolve(String.format("%03d", machines)).resolve(behaviour), "");
	}

	void setState(int machine, String state) throws IOException {
		Files.writeString(home.resolve("machines").resolve(String.format("%03d", machine)).resolve("state"), state + "\n");
	}

	void remove(int machine) throws IOException {
		deleteTree(home.resolve("machines").resolve(String.format("%03d", machine)));
	}

	String state(int machine) throws IOException {
		return Files.readString(home.resolve("machines").resolve(String.format("%03d", machine)).resolve("state")).strip();
	}

	/** Has the next call of that kind, by its first word that is no machine, do what the script says before its work, or instead of it. */
	void order(String call, String script) throws IOException {
		Path order = home.resolve("next." + call);
		Path whole = home.resolve("order");
		Files.writeString(whole, script);
		Files.move(whole, order, StandardCopyOption.ATOMIC_MOVE);
	}

	/** Whether an order was carried out, or has begun to be. */
	boolean struck() {
		return Files.exists(home.resolve("struck"));
	}

	/** The machines that were powered off, by their paths, in that order. */
	List<String> stopped() throws IOException {
		Path stopped = home.resolve("stopped");
		return Files.exists(stopped) ? Files.readAllLines(stopped) : List.of();
	}

	/** Each call's arguments, in angle brackets. */
	List<String> calls() throws IOException {
		return Files.readAllLines(home.resolve("calls"));
	}

	/** Makes the pipe by which a hanging call says that it hangs. Closing it lets the call go. */
	Hang prepareHang() throws IOException, InterruptedException {
		Path pipe = home.resolve("hanging");
		int status = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
		if (status != 0) {
			throw new IOException("mkfifo: " + status);
		}
		// Open at both ends, so that whoever writes to it never waits for a reader.
		return new Hang(pipe, new RandomAccessFile(pipe.toFile(), "rw"));
	}

	/** A call of the stand-in that hangs. */
	record Hang(Path pipe, RandomAccessFile announcement) implements AutoCloseable {

		/** Returns when a call hangs. */
		void await() throws IOException {
			announcement.readLine();
		}

		@Override
		public void close() throws IOException {
			Files.delete(pipe);
			announcement.close();
		}
	}
}
