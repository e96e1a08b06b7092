"""The floor: what curl needs for the same over the same API. One process, one connection, one request after the other.

The requests are fixed texts. curl looks nothing up, decides nothing and understands no answer, so no agent can be cheaper over SOAP.
"""
from xml.sax.saxutils import escape

from harness.server import PASSWORD, USERNAME

ENVELOPE = ('<?xml version="1.0" encoding="UTF-8"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" '
            'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><e:Body>{call}</e:Body></e:Envelope>')
STATE = "<propSet><type>VirtualMachine</type><pathSet>name</pathSet><pathSet>config.uuid</pathSet><pathSet>runtime.powerState</pathSet></propSet>"


def call(method, type_, value, arguments=""):
    return ENVELOPE.format(call=f'<{method} xmlns="urn:vim25"><_this type="{type_}">{value}</_this>{arguments}</{method}>')


def login():
    return call("Login", "SessionManager", "SessionManager",
                f"<userName>{escape(USERNAME)}</userName><password>{escape(PASSWORD)}</password>")


def logout():
    return call("Logout", "SessionManager", "SessionManager")


def specification(machine):
    return f'{STATE}<objectSet><obj type="VirtualMachine">{machine.reference}</obj></objectSet>'


def read(machine):
    return call("RetrievePropertiesEx", "PropertyCollector", "propertyCollector",
                f"<specSet>{specification(machine)}</specSet><options/>")


def wait(version):
    return call("WaitForUpdatesEx", "PropertyCollector", "propertyCollector",
                f"<version>{version}</version><options><maxWaitSeconds>20</maxWaitSeconds></options>")


def status(machine):
    return [login(), read(machine), logout()]


def off(machine):
    """Ends when the server has told that the machine is off, by the same long poll that our agent uses."""
    watch = call("CreateFilter", "PropertyCollector", "propertyCollector",
                 f"<spec>{specification(machine)}</spec><partialUpdates>false</partialUpdates>")
    return [login(), watch, wait(""), call("PowerOffVM_Task", "VirtualMachine", machine.reference), wait("1"), logout()]


def configuration(server, calls, trust):
    """The configuration that curl reads from its standard input: one transfer for each call."""
    transfers = []
    for text in calls:
        quoted = text.replace("\\", "\\\\").replace('"', '\\"')
        transfers.append("\n".join([f'url = "https://127.0.0.1:{server.port}/sdk"', "silent", "fail", 'cookie = ""', trust,
                                    'header = "Content-Type: text/xml; charset=utf-8"', 'header = "SOAPAction: urn:vim25/8.0.2.0"',
                                    f'data-raw = "{quoted}"']))
    return "\nnext\n".join(transfers) + "\n"
