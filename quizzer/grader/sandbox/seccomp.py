"""seccomp: system calls that no learner's code needs answer EPERM, in a filter built as plain BPF.

A deny-list, since torch's threads, maps and futexes make an allow-list brittle; what matters is that no call is
left that makes processes, sockets, changes of ownership, or reaches other processes. Numbers: the kernel's tables
for x86_64 and for the generic table that aarch64 uses.
"""

from __future__ import annotations

import ctypes
import errno
import struct
from dataclasses import dataclass
from functools import cache

from quizzer.grader.sandbox import libc

_AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_LOAD, _JEQ, _JGE, _JSET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NR, _ARCH, _ARG0, _ARG1 = 0, 4, 16, 24
_X32_BIT = 0x40000000
_CLONE_THREAD = 0x00010000
_MODE_FILTER = 2
_AF_UNIX = 1

# name: (x86_64, aarch64); None where the architecture lacks the call.
_DENIED: dict[str, tuple[int | None, int | None]] = {
    "fork": (57, None), "vfork": (58, None), "execve": (59, 221), "execveat": (322, 281),
    "socket": (41, 198), "connect": (42, 203), "bind": (49, 200), "listen": (50, 201), "accept": (43, 202),
    "accept4": (288, 242), "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "kill": (62, 129), "tkill": (200, 130), "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240),
    "pidfd_open": (434, 434), "pidfd_send_signal": (424, 424), "pidfd_getfd": (438, 438),
    "process_madvise": (440, 440), "process_mrelease": (448, 448), "kcmp": (312, 272),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51), "unshare": (272, 97),
    "setns": (308, 268), "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430),
    "fsconfig": (431, 431), "fsmount": (432, 432), "fspick": (433, 433), "mount_setattr": (442, 442),
    "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282), "seccomp": (317, 277),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219), "memfd_create": (319, 279),
    "memfd_secret": (447, 447), "name_to_handle_at": (303, 264), "open_by_handle_at": (304, 265),
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452),
    "chown": (92, None), "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54),
    "utime": (132, None), "utimes": (235, None), "futimesat": (261, None), "utimensat": (280, 88),
    "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7), "removexattr": (197, 14),
    "lremovexattr": (198, 15), "fremovexattr": (199, 16), "mknod": (133, None), "mknodat": (259, 33),
    "shmget": (29, 194), "semget": (64, 190), "msgget": (68, 186), "mq_open": (240, 180),
    "setrlimit": (160, 164), "setpriority": (141, 140), "sched_setscheduler": (144, 119),
    "sched_setattr": (314, 274), "ioprio_set": (251, 30), "personality": (135, 92), "quotactl": (179, 60),
    "acct": (163, 89), "swapon": (167, 224), "swapoff": (168, 225), "reboot": (169, 142),
    "sethostname": (170, 161), "setdomainname": (171, 162), "init_module": (175, 105),
    "finit_module": (313, 273), "delete_module": (176, 106), "kexec_load": (246, 104),
    "kexec_file_load": (320, 294), "settimeofday": (164, 170), "clock_settime": (227, 112),
    "adjtimex": (159, 171), "clock_adjtime": (305, 266), "syslog": (103, 116), "setuid": (105, 146),
    "setgid": (106, 144), "setreuid": (113, 145), "setregid": (114, 143), "setresuid": (117, 147),
    "setresgid": (119, 149), "setgroups": (116, 159), "setfsuid": (122, 151), "setfsgid": (123, 152),
    "inotify_add_watch": (254, 27), "fanotify_init": (300, 262), "setsid": (112, 157), "setpgid": (109, 154),
    "landlock_add_rule": (445, 445),
}  # fmt: skip
_CLONE = {"x86_64": 56, "aarch64": 220}
_CLONE3 = 435
_TGKILL = {"x86_64": 234, "aarch64": 131}
_PRLIMIT = {"x86_64": 302, "aarch64": 261}
_SOCKETPAIR = {"x86_64": 53, "aarch64": 199}


def supported() -> bool:
    """Whether a filter can be built for this machine."""
    return libc.IS_LINUX and libc.MACHINE in _AUDIT_ARCH


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def install(*, own_pid: int) -> None:
    """Put the filter on this process for good; ``own_pid`` is what getpid() answers here.

    Needs no_new_privs. Raises OSError where the kernel refuses.
    """
    code = build(machine=libc.MACHINE, own_pid=own_pid)
    program = _Program(len(code) // 8, ctypes.c_char_p(code))
    libc.prctl(libc.PR_SET_SECCOMP, _MODE_FILTER, ctypes.addressof(program))


@cache
def build(*, machine: str, own_pid: int) -> bytes:
    """The filter's instructions (8 bytes each)."""
    column = 0 if machine == "x86_64" else 1
    writer = _Writer([])
    writer.add(_LOAD, 0, 0, _ARCH)
    writer.add(_JEQ, 1, 0, _AUDIT_ARCH[machine])
    writer.add(_RETURN, 0, 0, _KILL)
    writer.add(_LOAD, 0, 0, _NR)
    if machine == "x86_64":
        writer.deny_at_least(_X32_BIT)
    for numbers in _DENIED.values():
        number = numbers[column]
        if number is not None:
            writer.deny(number, errno.EPERM)
    # clone3's flags lie in memory that BPF cannot read: libc falls back to clone, whose flags it can.
    writer.deny(_CLONE3, errno.ENOSYS)
    writer.deny_unless_bits(_CLONE[machine], _ARG0, _CLONE_THREAD)
    # raise() and abort() signal the own process; nobody else's.
    writer.deny_unless_equal(_TGKILL[machine], _ARG0, own_pid)
    writer.deny_unless_equal(_SOCKETPAIR[machine], _ARG0, _AF_UNIX)
    # A child lowers its own limits once it is told them; a hard limit never rises again.
    writer.deny_unless_equal(_PRLIMIT[machine], _ARG0, 0)
    writer.add(_RETURN, 0, 0, _ALLOW)
    return b"".join(writer.instructions)


@dataclass(slots=True)
class _Writer:
    """Collects instructions; each block leaves the system call's number in the accumulator."""

    instructions: list[bytes]

    def add(self, code: int, if_true: int, if_false: int, operand: int) -> None:
        self.instructions.append(struct.pack("=HBBI", code, if_true, if_false, operand))

    def deny(self, number: int, error: int) -> None:
        self.add(_JEQ, 0, 1, number)
        self.add(_RETURN, 0, 0, _ERRNO | error)

    def deny_at_least(self, number: int) -> None:
        self.add(_JGE, 0, 1, number)
        self.add(_RETURN, 0, 0, _ERRNO | errno.EPERM)

    def deny_unless_bits(self, number: int, argument: int, bits: int) -> None:
        self._deny_unless(number, argument, _JSET, bits)

    def deny_unless_equal(self, number: int, argument: int, value: int) -> None:
        self._deny_unless(number, argument, _JEQ, value)

    def _deny_unless(self, number: int, argument: int, jump: int, operand: int) -> None:
        self.add(_JEQ, 0, 4, number)
        self.add(_LOAD, 0, 0, argument)
        self.add(jump, 1, 0, operand)
        self.add(_RETURN, 0, 0, _ERRNO | errno.EPERM)
        self.add(_RETURN, 0, 0, _ALLOW)
