/*
 * Asks the resident agent in place of starting a Java. Called by bin/fence_vmware with its own path and arguments:
 *
 *     palisade-client /usr/sbin/fence_vmware [ARGUMENT...]
 *
 * Whenever the resident cannot be asked, does not take the request within 50 ms or is lost, the script is run again and told not to ask, with
 * the same arguments and the same standard input: the caller notices nothing. The other side and the protocol are in the bundle
 * org.palisade.resident, class Wire.
 *
 * No power operation is asked for before this process has noted it (frame P, answer g). So when the resident is lost it is known which ones it
 * may have asked for, and the agent that takes over (PALISADE_TAKE_OVER) repeats none of them.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#define PROTOCOL "palisade-resident-1"
#define DEFAULT_SOCKET "/run/palisade/agent.sock"
/* An agent reads no more, and says so: one byte beyond is enough for that. */
#define LONGEST_INPUT ((size_t) (1 << 20) + 1)
#define LONGEST_REQUEST ((size_t) 2 << 20)
#define LONGEST_FRAME ((size_t) 1 << 16)
#define LONGEST_JOURNAL ((size_t) 1 << 16)
/* A test that is not about this time may give it more. */
#ifndef ACCEPT_MS
#define ACCEPT_MS 50
#endif
/* The resident shows every half second that it is alive. */
#define SILENCE_MS 2000
/* A resident that was told to cancel has a few seconds for logging out. */
#define CANCEL_MS 4000
#define USAGE_EXIT 2

struct bytes {
	char *data;
	size_t length;
	size_t room;
};

static volatile sig_atomic_t signalled;
static sigset_t unblocked;
static struct sigaction former_pipe;
static char **script; /* the path of the script and its arguments */
static struct bytes input;
static bool input_read;
static struct bytes journal;
static int resident = -1;
static bool cancelled;
static bool out_begun;

static void on_signal(int number)
{
	(void) number;
	signalled = 1;
}

static _Noreturn void fail(const char *text)
{
	const char *name = strrchr(script[0], '/');
	dprintf(STDERR_FILENO, "%s: %s\n", name == NULL ? script[0] : name + 1, text);
	exit(EXIT_FAILURE);
}

static bool add(struct bytes *bytes, const void *data, size_t length)
{
	if (bytes->room - bytes->length < length) {
		size_t room = (bytes->length + length) * 2;
		char *larger = realloc(bytes->data, room);
		if (larger == NULL)
			return false;
		bytes->data = larger;
		bytes->room = room;
	}
	if (length > 0)
		memcpy(bytes->data + bytes->length, data, length);
	bytes->length += length;
	return true;
}

static long long now_ms(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long long) time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Waits until fd is ready, a signal comes or the end (milliseconds on the clock of now_ms, negative for none) is reached. */
static bool is_ready(int fd, short events, long long end)
{
	struct pollfd polled = { .fd = fd, .events = events };
	struct timespec left;
	long long ms = end < 0 ? 0 : end - now_ms();
	if (end >= 0 && ms < 0)
		ms = 0;
	left.tv_sec = ms / 1000;
	left.tv_nsec = ms % 1000 * 1000000;
	return ppoll(&polled, 1, end < 0 ? NULL : &left, &unblocked) > 0;
}

/* Puts what was read back onto standard input, in memory: nobody else can read it, and there is no process to feed it. */
static void give_input_back(void)
{
	size_t done = 0;
	int fd;
	if (!input_read)
		return;
	fd = memfd_create("palisade-input", 0);
	if (fd < 0)
		fail("cannot hand standard input over to an agent of its own");
	while (done < input.length) {
		ssize_t written = write(fd, input.data + done, input.length - done);
		if (written < 0 && errno != EINTR)
			fail("cannot hand standard input over to an agent of its own");
		done += written < 0 ? 0 : (size_t) written;
	}
	if (lseek(fd, 0, SEEK_SET) != 0 || dup2(fd, STDIN_FILENO) < 0)
		fail("cannot hand standard input over to an agent of its own");
	close(fd);
}

/* Becomes the agent in a process of its own. */
static _Noreturn void run_by_itself(void)
{
	if (signalled)
		exit(EXIT_FAILURE);
	if (resident >= 0)
		close(resident);
	give_input_back();
	if (setenv("PALISADE_ASKED", "1", 1) != 0)
		fail("out of memory");
	if (journal.length > 0 && (!add(&journal, "", 1) || setenv("PALISADE_TAKE_OVER", journal.data, 1) != 0))
		fail("out of memory");
	sigaction(SIGPIPE, &former_pipe, NULL);
	sigprocmask(SIG_SETMASK, &unblocked, NULL);
	execv(script[0], script);
	/* A script without permission to be executed was started by its shell. */
	script[-1] = "sh";
	execv("/bin/sh", script - 1);
	fail("cannot run the agent in a process of its own");
}

/* The resident is lost. What the caller has read cannot be taken back, so there is nothing to take over after that. */
static _Noreturn void lost(void)
{
	if (cancelled || signalled)
		exit(EXIT_FAILURE);
	if (out_begun)
		fail("the resident agent was lost before it told the result; run again");
	run_by_itself();
}

static void read_input(void)
{
	input_read = true;
	while (input.length < LONGEST_INPUT) {
		char piece[65536];
		size_t wanted = LONGEST_INPUT - input.length < sizeof piece ? LONGEST_INPUT - input.length : sizeof piece;
		ssize_t length;
		if (!is_ready(STDIN_FILENO, POLLIN, -1)) {
			if (signalled)
				exit(EXIT_FAILURE);
			continue;
		}
		length = read(STDIN_FILENO, piece, wanted);
		if (length == 0)
			return;
		if (length < 0 && errno != EINTR && errno != EAGAIN) {
			/* A closed standard input stays closed. */
			input_read = input.length > 0;
			run_by_itself();
		}
		if (length > 0 && !add(&input, piece, (size_t) length))
			fail("out of memory");
	}
	run_by_itself();
}

/* FNV-1a over what tells a bundle from others; summed up, so that the order of a folder does not matter. */
static bool add_folder(const char *home, const char *folder, uint64_t *sum)
{
	char path[PATH_MAX];
	struct dirent *entry;
	DIR *directory;
	if (snprintf(path, sizeof path, "%s/%s", home, folder) >= (int) sizeof path || (directory = opendir(path)) == NULL)
		return false;
	while ((entry = readdir(directory)) != NULL) {
		char text[NAME_MAX + 80];
		uint64_t hash = UINT64_C(0xcbf29ce484222325);
		struct stat status;
		if (entry->d_name[0] == '.')
			continue;
		if (fstatat(dirfd(directory), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
			closedir(directory);
			return false;
		}
		snprintf(text, sizeof text, "%s %llu %lld %lld", entry->d_name, (unsigned long long) status.st_ino, (long long) status.st_size,
			(long long) status.st_mtim.tv_sec);
		for (const char *c = text; *c != '\0'; c++)
			hash = (hash ^ (unsigned char) *c) * UINT64_C(0x100000001b3);
		*sum += hash;
	}
	closedir(directory);
	return true;
}

static bool add_field(struct bytes *request, char tag, const void *data, size_t length)
{
	unsigned char head[5] = { (unsigned char) tag, (unsigned char) (length >> 24), (unsigned char) (length >> 16), (unsigned char) (length >> 8),
		(unsigned char) length };
	return length <= LONGEST_REQUEST && add(request, head, sizeof head) && add(request, data, length);
}

static bool add_text(struct bytes *request, char tag, const char *text)
{
	return add_field(request, tag, text, strlen(text));
}

static bool add_identity(struct bytes *request)
{
	char path[PATH_MAX];
	char text[64];
	uint64_t sum = 0;
	char *home;
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
	if (length <= 0)
		return false;
	path[length] = '\0';
	home = dirname(dirname(path));
	if (!add_folder(home, "plugins", &sum) || !add_folder(home, "plugins.d", &sum))
		return false;
	snprintf(text, sizeof text, PROTOCOL " %016llx", (unsigned long long) sum);
	return add_text(request, 'i', text);
}

static bool add_name_spaces(struct bytes *request)
{
	char network[64];
	char mounts[64];
	char text[256];
	struct stat root;
	ssize_t of_network = readlink("/proc/self/ns/net", network, sizeof network - 1);
	ssize_t of_mounts = readlink("/proc/self/ns/mnt", mounts, sizeof mounts - 1);
	if (of_network <= 0 || of_mounts <= 0 || stat("/", &root) != 0)
		return false;
	network[of_network] = '\0';
	mounts[of_mounts] = '\0';
	snprintf(text, sizeof text, "%s %s %llu", network, mounts, (unsigned long long) root.st_ino);
	return add_text(request, 'n', text);
}

/* The first of three variables that says anything, as setlocale(3) has it. */
static const char *locale_of(const char *category)
{
	const char *names[] = { "LC_ALL", category, "LANG" };
	for (size_t i = 0; i < 3; i++) {
		const char *value = getenv(names[i]);
		if (value != NULL && *value != '\0')
			return value;
	}
	return "C";
}

static bool is_set(const char *name)
{
	const char *value = getenv(name);
	return value != NULL && *value != '\0';
}

/* What only a process of its own can honour. */
static bool wants_its_own_process(void)
{
	const char *encoding = locale_of("LC_CTYPE");
	bool unicode = strcmp(encoding, "C") == 0 || strcmp(encoding, "POSIX") == 0 || strcasestr(encoding, "utf-8") != NULL
		|| strcasestr(encoding, "utf8") != NULL;
	return !unicode || is_set("PALISADE_JAVA_OPTIONS") || is_set("PALISADE_TAKE_OVER") || getuid() != geteuid();
}

static bool make_request(struct bytes *request)
{
	char folder[PATH_MAX];
	const char *command = strrchr(script[0], '/');
	const char *java = is_set("PALISADE_JAVA") ? "PALISADE_JAVA" : "JAVA_HOME";
	if (wants_its_own_process() || getcwd(folder, sizeof folder) == NULL || folder[0] != '/')
		return false;
	if (!add(request, "\0\0\0\0", 4) || !add_identity(request) || !add_name_spaces(request) || !add_text(request, 'd', folder)
			|| !add_text(request, 'c', command == NULL ? script[0] : command + 1) || !add_text(request, 'l', locale_of("LC_MESSAGES")))
		return false;
	if (getenv("PCMK_service") != NULL && !add_text(request, 'f', getenv("PCMK_service")))
		return false;
	if (is_set(java) && !add_text(request, 'j', getenv(java)))
		return false;
	for (char **argument = script + 1; *argument != NULL; argument++)
		if (!add_text(request, 'a', *argument))
			return false;
	if (input_read && !add_field(request, 's', input.data, input.length))
		return false;
	for (int i = 0; i < 4; i++)
		request->data[i] = (char) ((request->length - 4) >> (24 - 8 * i));
	return request->length <= LONGEST_REQUEST;
}

/* Whether the file is the caller's and nobody else's. */
static bool is_private(const char *path, mode_t type, mode_t forbidden)
{
	struct stat status;
	return lstat(path, &status) == 0 && (status.st_mode & S_IFMT) == type && status.st_uid == geteuid() && (status.st_mode & forbidden) == 0;
}

/* Connects to the resident, if it is the caller's own: it is about to learn a password. */
static bool connect_to_resident(void)
{
	const char *path = getenv("PALISADE_SOCKET") == NULL ? DEFAULT_SOCKET : getenv("PALISADE_SOCKET");
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	char folder[sizeof address.sun_path];
	struct ucred peer;
	socklen_t length = sizeof peer;
	if (strlen(path) >= sizeof address.sun_path || path[0] != '/')
		return false;
	memcpy(address.sun_path, path, strlen(path) + 1);
	memcpy(folder, path, strlen(path) + 1);
	if (!is_private(path, S_IFSOCK, 0077) || !is_private(dirname(folder), S_IFDIR, 0077))
		return false;
	resident = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	return resident >= 0 && connect(resident, (struct sockaddr *) &address, sizeof address) == 0
		&& getsockopt(resident, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 && peer.uid == geteuid();
}

static bool send_all(const void *data, size_t length, long long end)
{
	const char *rest = data;
	while (length > 0) {
		ssize_t sent = send(resident, rest, length, MSG_NOSIGNAL);
		if (sent < 0 && errno != EAGAIN && errno != EINTR)
			return false;
		if (sent > 0) {
			rest += sent;
			length -= (size_t) sent;
		} else if (!is_ready(resident, POLLOUT, end)) {
			return false;
		}
	}
	return true;
}

/* An answer to a frame. A resident that does not take one byte is lost, which shows when it is heard next. */
static void answer(char byte)
{
	send_all(&byte, 1, now_ms() + SILENCE_MS);
}

/* Tells the resident, once, that the caller has given up. Returns by when it has to be done with it. */
static long long cancel(void)
{
	static long long end;
	if (!cancelled) {
		cancelled = true;
		end = now_ms() + CANCEL_MS;
		answer('c');
	}
	return end;
}

static void receive_all(void *data, size_t length, long long silent)
{
	char *rest = data;
	while (length > 0) {
		long long end = signalled ? cancel() : silent;
		ssize_t received = recv(resident, rest, length, 0);
		if (received == 0 || (received < 0 && errno != EAGAIN && errno != EINTR))
			lost();
		if (received > 0) {
			rest += received;
			length -= (size_t) received;
		} else if (!is_ready(resident, POLLIN, end) && now_ms() >= end) {
			lost();
		}
	}
}

/* Passes a piece on as its reader takes it. False when there is no reader any more. */
static bool pass_on(int fd, const char *data, size_t length)
{
	while (length > 0) {
		/* So much goes into a pipe that is ready without waiting, and a signal would not end that wait. */
		size_t piece = length < PIPE_BUF ? length : PIPE_BUF;
		ssize_t written;
		long long end = signalled ? cancel() : -1;
		if (!is_ready(fd, POLLOUT, end)) {
			if (end >= 0 && now_ms() >= end)
				exit(EXIT_FAILURE);
			continue;
		}
		written = write(fd, data, piece);
		if (written < 0 && errno != EINTR && errno != EAGAIN)
			return false;
		if (written > 0) {
			data += written;
			length -= (size_t) written;
		}
	}
	return true;
}

static void note(const char *entry, size_t length)
{
	/* What cannot be noted must not be done. */
	if (journal.length + length + 1 > LONGEST_JOURNAL || !add(&journal, entry, length) || !add(&journal, "\n", 1))
		lost();
}

/* Does what a frame says. */
static void obey(char tag, const char *payload, size_t length)
{
	switch (tag) {
	case 'O':
		out_begun = true;
		answer(pass_on(STDOUT_FILENO, payload, length) ? 'k' : 'b');
		break;
	case 'E':
		pass_on(STDERR_FILENO, payload, length);
		break;
	case 'P':
		note(payload, length);
		answer('g');
		break;
	case 'J':
		note(payload, length);
		break;
	case 'H':
		answer('h');
		break;
	case 'X':
		exit(length == 1 && payload[0] >= '0' && payload[0] <= '2' ? payload[0] - '0' : EXIT_FAILURE);
	default:
		/* Refused, or nothing that a resident says. */
		lost();
	}
}

static void listen_to_resident(long long accept_end)
{
	static char payload[LONGEST_FRAME];
	bool accepted = false;
	for (;;) {
		unsigned char head[5];
		size_t length;
		long long end = accepted ? now_ms() + SILENCE_MS : accept_end;
		receive_all(head, sizeof head, end);
		length = (size_t) head[1] << 24 | (size_t) head[2] << 16 | (size_t) head[3] << 8 | head[4];
		if (length > sizeof payload || (!accepted && head[0] != 'A'))
			lost();
		receive_all(payload, length, end);
		if (accepted)
			obey((char) head[0], payload, length);
		accepted = true;
	}
}

static void prepare_signals(void)
{
	const int ending[] = { SIGTERM, SIGINT, SIGHUP };
	struct sigaction action = { .sa_handler = on_signal };
	struct sigaction ignoring = { .sa_handler = SIG_IGN };
	sigset_t blocked;
	sigemptyset(&blocked);
	for (size_t i = 0; i < 3; i++) {
		struct sigaction former;
		/* A caller who ignores a signal means it: nohup(1). */
		if (sigaction(ending[i], NULL, &former) == 0 && former.sa_handler != SIG_IGN) {
			sigaction(ending[i], &action, NULL);
			sigaddset(&blocked, ending[i]);
		}
	}
	sigaction(SIGPIPE, &ignoring, &former_pipe);
	/* Signals come only while something is waited for, so that none falls between a look and the wait. */
	sigprocmask(SIG_BLOCK, &blocked, &unblocked);
}

/* A caller may have closed these. The connection would take their place, and be written to as if it were standard output. */
static void occupy_standard_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		/* Nothing can be written to standard output then either, which is noticed as it would be otherwise. */
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDERR_FILENO ? O_WRONLY : O_RDONLY) != fd)
			exit(EXIT_FAILURE);
}

int main(int argc, char **argv)
{
	struct bytes request = { 0 };
	long long accept_end;
	occupy_standard_streams();
	if (argc < 2) {
		fputs("Asks the resident agent of Palisade for bin/fence_vmware; not to be called by hand.\n", stderr);
		return USAGE_EXIT;
	}
	script = argv + 1;
	prepare_signals();
	if (argc == 2)
		read_input();
	if (!make_request(&request))
		run_by_itself();
	accept_end = now_ms() + ACCEPT_MS;
	if (!connect_to_resident() || !send_all(request.data, request.length, accept_end))
		run_by_itself();
	explicit_bzero(request.data, request.length);
	listen_to_resident(accept_end);
	return EXIT_FAILURE;
}
