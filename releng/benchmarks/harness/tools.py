"""Makes what the measurement needs beside the agents."""
import pathlib
import shutil
import subprocess
import zipfile

from harness.installation import Absent, java

BUILD_SECONDS = 900
WSDL = "org/palisade/simulator/internal/soap/vimService.wsdl"


def build_govc(lab, work):
    """The command govc of the lab, None where there is no Go to build it."""
    command = work / "lab" / "govc"
    if not command.exists():
        if not shutil.which("go"):
            return None
        command.parent.mkdir(exist_ok=True)
        subprocess.run(["go", "-C", lab, "build", "-o", command, "./govc"], timeout=BUILD_SECONDS, check=True)
    return str(command)


def write_full_wsdl(here, installation, work):
    """The simulator's WSDL filled up with all types that yavijava knows: FullSchema.java says why. None where there is no Java 17 for it."""
    plugins = pathlib.Path(installation.copy("agent-without-archive"), "plugins")
    with zipfile.ZipFile(plugins / "org.palisade.simulator.jar") as simulator:
        own = work / "vimService.wsdl"
        own.write_bytes(simulator.read(WSDL))
    try:
        home = java(17)[0]
    except Absent:
        return None
    library = plugins / "com.toastcoders.yavijava.jar"
    full = work / "vimService-full.wsdl"
    with open(full, "wb") as out:
        subprocess.run([f"{home}/bin/java", "-cp", library, here / "FullSchema.java", library, own], stdout=out, timeout=120, check=True)
    return str(full)
