"""What a helper may use: set by the child itself before it touches anything foreign."""

import ctypes
import sys
from ctypes import Structure, c_int64, c_size_t, c_uint32, c_uint64
from dataclasses import dataclass

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Address space, size of a file it writes (bytes), processor time (seconds) and files open at once."""

    memory: int = 1024 * MIB
    cpu_seconds: int = 60
    file_bytes: int = 0
    open_files: int = 64


class BasicLimits(Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION of winnt.h; times in units of 100 ns."""

    _fields_ = [
        ("process_time", c_int64),
        ("job_time", c_int64),
        ("flags", c_uint32),
        ("least_working_set", c_size_t),
        ("most_working_set", c_size_t),
        ("processes", c_uint32),
        ("affinity", c_size_t),
        ("priority", c_uint32),
        ("scheduling", c_uint32),
    ]


class ExtendedLimits(Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h; memory in bytes."""

    _fields_ = [
        ("basic", BasicLimits),
        ("counters", c_uint64 * 6),
        ("process_memory", c_size_t),
        ("job_memory", c_size_t),
        ("peak_process_memory", c_size_t),
        ("peak_job_memory", c_size_t),
    ]


def apply(limits: Limits) -> None:
    """Binds this process for the rest of its life; also: no core dump, no other process reads its memory."""
    if sys.platform == "win32":
        _bind_windows(limits)
    else:
        _bind_posix(limits)


if sys.platform != "win32":

    def _bind_posix(limits: Limits) -> None:
        import resource

        wanted = {
            resource.RLIMIT_AS: limits.memory,
            resource.RLIMIT_CPU: limits.cpu_seconds,
            resource.RLIMIT_FSIZE: limits.file_bytes,
            resource.RLIMIT_NOFILE: limits.open_files,
            resource.RLIMIT_CORE: 0,
        }
        for kind, most in wanted.items():
            hard = resource.getrlimit(kind)[1]
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (most, most))
        if sys.platform == "linux":
            _hide_memory()

    def _hide_memory() -> None:
        """PR_SET_DUMPABLE 0, see prctl(2): no core, no ptrace by other programs of the same person."""
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)

else:  # not tried on a real Windows yet

    def _bind_windows(limits: Limits) -> None:
        """A job object around this process alone (learn.microsoft.com, "Job Objects"); it dies with the process.

        Sizes of files and their number cannot be bound this way.
        """
        from ctypes import wintypes

        process_time, process_memory, die_on_unhandled, kill_on_close = 0x2, 0x100, 0x400, 0x2000
        extended_limit_information = 9
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
        kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        told = ExtendedLimits()
        told.basic.flags = process_time | process_memory | die_on_unhandled | kill_on_close
        told.basic.process_time = limits.cpu_seconds * 10_000_000  # units of 100 ns
        told.process_memory = limits.memory
        job = kernel.CreateJobObjectW(None, None)
        if (
            not job
            or not kernel.SetInformationJobObject(
                job, extended_limit_information, ctypes.byref(told), ctypes.sizeof(told)
            )
            or not kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
        ):
            raise ctypes.WinError(ctypes.get_last_error())
