package org.palisade.acceptance.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a test needs from the machine that is not ours, and that a machine may lack. */
public enum RealPart {

	/** A Go that builds the lab's vcsim, or obtains the version that does, as it can since 1.21. */
	GO("Go 1.25 or newer is not installed: no vcsim to test against") {
		@Override
		boolean isPresent() {
			if (!isOnPath("go")) {
				return false;
			}
			Matcher version = Pattern.compile("go1\\.(\\d+)").matcher(new Command("go", "env", "GOVERSION").run().out());
			return version.find() && Integer.parseInt(version.group(1)) >= 21;
		}
	},

	/** The fencer of Pacemaker and its command line. */
	PACEMAKER_FENCED("pacemaker-fenced is not installed (Debian: pacemaker, pacemaker-cli-utils)") {
		@Override
		boolean isPresent() {
			return fenced().isPresent() && isOnPath("stonith_admin");
		}
	},

	/** Mount and pid name spaces of our own, in which the agent stands in {@code /usr/sbin}. */
	NAME_SPACES("no name spaces of our own for pacemaker-fenced (root and unshare are needed)") {
		@Override
		boolean isPresent() {
			return isOnPath("unshare") && new Command("unshare", "-m", "-p", "--fork", "--mount-proc", "true").run().exit() == 0;
		}
	},

	/** The client of the resident agent, which the build makes where there is a C compiler. */
	RESIDENT_CLIENT("there is no C compiler (Debian: gcc, libc6-dev), so the build made no client of the resident agent") {
		@Override
		boolean isPresent() {
			return Files.isExecutable(Path.of(System.getProperty("palisade.agent"), "lib", "palisade-client"));
		}
	},

	/** Root, who can become another user. */
	ROOT("another user is needed (root and setpriv)") {
		@Override
		boolean isPresent() {
			return isOnPath("setpriv") && new Command("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true").run().exit() == 0;
		}
	},

	/** A TLS server that is not ours and still speaks old versions. */
	OPENSSL("openssl is not installed (Debian: openssl)") {
		@Override
		boolean isPresent() {
			return isOnPath("openssl");
		}
	},

	/** OpenSSH's server. */
	SSHD("OpenSSH's server is not installed (Debian: openssh-server)") {
		@Override
		boolean isPresent() {
			return Files.isExecutable(SERVER_OF_SSH) && isOnPath("ssh-keygen");
		}
	},

	/** Permissions beyond those of owner, group and others. */
	ACCESS_CONTROL_LISTS("setfacl is not installed (Debian: acl), or the file system of temporary files has no access control lists") {
		@Override
		boolean isPresent() {
			return isOnPath("setfacl") && new Command("sh", "-c", "f=$(mktemp) && setfacl -m u:daemon:rw $f; e=$?; rm -f $f; exit $e").run().exit() == 0;
		}
	},

	/** A C compiler, for small programs of the tests' own. */
	C_COMPILER("there is no C compiler (Debian: gcc, libc6-dev)") {
		@Override
		boolean isPresent() {
			return isOnPath("cc");
		}
	},

	/** The JDK's command that asks a running Java for its memory. */
	JCMD("there is no jcmd, so the Java that runs the tests is not one of a JDK") {
		@Override
		boolean isPresent() {
			return Files.isExecutable(Path.of(System.getProperty("java.home"), "bin", "jcmd"));
		}
	},

	/** The run-time libraries of the compiler's sanitizers. */
	SANITIZERS("the C compiler cannot build with its sanitizers (Debian: libasan, libubsan)") {
		@Override
		boolean isPresent() {
			return isOnPath("cc") && new Command("sh", "-c",
					"d=$(mktemp -d) && echo 'int main(void){return 0;}' > $d/a.c && cc -fsanitize=address,undefined -o $d/a $d/a.c && $d/a; e=$?; rm -r $d; exit $e")
							.run().exit() == 0;
		}
	},

	/** A validator of XML, and the schema that the metadata of fence agents obeys. */
	METADATA_SCHEMA("xmllint (Debian: libxml2-utils) or the schema of fence-agents (Debian: fence-agents-common, before 13 fence-agents)"
			+ " is not installed") {
		@Override
		boolean isPresent() {
			return isOnPath("xmllint") && Files.isReadable(metadataSchema());
		}
	},

	/** A display for a workbench, and what draws on it. */
	DISPLAY("there is no display for a workbench (verify brings Xvfb where it is installed), or no GTK 3") {
		@Override
		boolean isPresent() {
			return System.getenv("DISPLAY") != null && new Command("sh", "-c", "PATH=$PATH:/sbin:/usr/sbin; ldconfig -p").run().out().contains("libgtk-3.so.0");
		}
	},

	/** What judges a CIB, and makes an empty one. */
	CRM_VERIFY("crm_verify and cibadmin are not installed (Debian: pacemaker-cli-utils)") {
		@Override
		boolean isPresent() {
			return isOnPath("crm_verify") && isOnPath("cibadmin");
		}
	},

	/** The cluster shell of SUSE and Debian. */
	CRMSH("crmsh is not installed (Debian: crmsh)") {
		@Override
		boolean isPresent() {
			return isOnPath("crm");
		}
	},

	/** The configuration command of Red Hat, installed or unpacked. */
	PCS("pcs is neither installed nor unpacked in target/pcs (see releng/verify/requirements.sh)") {
		@Override
		boolean isPresent() {
			return Pcs.isPresent();
		}
	};

	/** It insists on being called by its full path. */
	static final Path SERVER_OF_SSH = Path.of("/usr/sbin/sshd");

	private static final List<Path> FENCED = List.of(Path.of("/usr/lib/pacemaker/pacemaker-fenced"), Path.of("/usr/libexec/pacemaker/pacemaker-fenced"));

	private final String absence;

	RealPart(String absence) {
		this.absence = absence;
	}

	abstract boolean isPresent();

	/** {@return why the part cannot be used, empty if it can} */
	Optional<String> absence() {
		return isPresent() ? Optional.empty() : Optional.of(absence);
	}

	/** {@return a command that asks a running Java} */
	public static Command jcmd(String pid, String question) {
		return new Command(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, question);
	}

	/** {@return the executable of Pacemaker's fencer, if it is installed} */
	public static Optional<Path> fenced() {
		return FENCED.stream().filter(Files::isExecutable).findFirst();
	}

	/** {@return where fence-agents installs the schema of the metadata} */
	public static Path metadataSchema() {
		return Path.of("/usr/share/cluster/relaxng/metadata.rng");
	}

	static boolean isOnPath(String program) {
		for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
			if (Files.isExecutable(Path.of(folder, program))) {
				return true;
			}
		}
		return false;
	}
}
