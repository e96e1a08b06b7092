"""The installed agent under test, in copies with and without a class data archive, and the Javas to run it with."""
import hashlib
import os
import pathlib
import shutil
import subprocess

ARCHIVE_COMMAND = "make-class-data-archive"
RESIDENT_PARTS = ("bin/palisade-resident", "lib/palisade-client")
# Where Debian, RPM distributions and administrators keep their Javas.
JAVA_FOLDERS = ("/usr/lib/jvm", "/usr/java", "/opt/java")


class Absent(Exception):
    """A variant that this installation or machine does not have; the text says what is missing."""


def java(feature):
    """The folder of a Java of that feature release, and its version with vendor."""
    for parent in map(pathlib.Path, JAVA_FOLDERS):
        for folder in sorted(parent.iterdir()) if parent.is_dir() else ():
            release = properties(folder / "release")
            if release.get("JAVA_VERSION", "").split(".")[0] == str(feature) and (folder / "bin/java").exists():
                version = release.get("JAVA_RUNTIME_VERSION", release["JAVA_VERSION"])
                # One of its names is often a link; an archive is good for the name that it was made under.
                return str(folder.resolve()), f"{version} ({release.get('IMPLEMENTOR', 'vendor unknown')})"
    raise Absent(f"there is no Java {feature} in {', '.join(JAVA_FOLDERS)}")


def properties(file):
    if not file.is_file():
        return {}
    pairs = (line.partition("=") for line in file.read_text(encoding="utf-8").splitlines())
    return {key: value.strip('"') for key, _, value in pairs}


class Installation:
    """Copies of the assembled agent, renewed when the assembled one has changed."""

    def __init__(self, assembled, work):
        self.assembled = pathlib.Path(assembled)
        self.work = pathlib.Path(work)
        if not os.access(self.assembled / "bin/fence_vmware", os.X_OK):
            raise SystemExit("There is no assembled agent. Build it first: ./mvnw -B -ntp clean package")
        self.identity = self._hash()

    def _hash(self):
        digest = hashlib.sha256()
        for file in sorted(path for path in self.assembled.rglob("*") if path.is_file()):
            digest.update(str(file.relative_to(self.assembled)).encode())
            digest.update(file.read_bytes())
        return digest.hexdigest()[:16]

    def copy(self, name):
        """The folder of a copy of that name."""
        folder = self.work / name
        stamp = self.work / f"{name}.identity"
        if not folder.is_dir() or not stamp.is_file() or stamp.read_text(encoding="ascii") != self.identity:
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(self.assembled, folder, symlinks=True)
            stamp.write_text(self.identity, encoding="ascii")
        return str(folder)

    def with_archive(self, home, environment):
        """The folder of a copy that has an archive for that Java."""
        folder = self.copy("agent-with-archive")
        if not self.has_archive_command():
            raise Absent(f"the installed agent has no bin/{ARCHIVE_COMMAND}")
        command = pathlib.Path(folder, "bin", ARCHIVE_COMMAND)
        made = subprocess.run([command, "--if-needed"], env={**environment, "PALISADE_JAVA": home}, capture_output=True, text=True, timeout=300,
                              check=False)
        if made.returncode != 0:
            raise Absent(f"bin/{ARCHIVE_COMMAND} failed: {made.stderr.strip()}")
        return folder

    def has_archive_command(self):
        return (self.assembled / "bin" / ARCHIVE_COMMAND).exists()

    def has_look_up_cache(self):
        """Whether the agent takes the option that names the folder of the look-up cache; its manual page is made of its options."""
        manual = self.assembled / "share/man/man8/fence_vmware.8"
        return manual.is_file() and "lookup_cache" in manual.read_text(encoding="utf-8").replace("\\", "")

    def with_resident(self):
        """The folder of a copy that has a resident agent and its client."""
        for file in RESIDENT_PARTS:
            if not (self.assembled / file).exists():
                raise Absent(f"the installed agent has no {file}")
        return self.copy("agent-without-archive")
