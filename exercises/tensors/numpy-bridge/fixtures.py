"""NumPy arrays in several layouts, made where the learner's code runs. Nothing here knows what is right."""

import numpy as np
import torch


def array_like(values, layout):
    """An array with these values, a view of a larger or differently laid out one, and the writable way to it."""
    values = values.cpu().numpy()
    if layout == "transposed":
        array = np.ascontiguousarray(values.T).T
    elif layout == "every second column":
        base = np.zeros((values.shape[0], 2 * values.shape[1]), dtype=values.dtype)
        array = base[:, ::2]
        array[...] = values
    elif layout == "reversed":
        array = values[::-1].copy()[::-1]
    elif layout == "reversed columns":
        array = values[:, ::-1].copy()[:, ::-1]
    else:
        array = values.copy()
    writable = array
    if layout == "read-only":
        array = array[:]
        array.flags.writeable = False
    return array, writable


def plain(to_torch, values, share, layout):
    """What the learner makes of the array."""
    return to_torch(array_like(values, layout)[0], share=share)


def after_writing_into_the_array(to_torch, values, later, share, layout):
    """What the learner's tensor holds after the array is overwritten."""
    array, writable = array_like(values, layout)
    tensor = to_torch(array, share)
    writable[...] = later.cpu().numpy()
    return tensor


def array_after_writing_into_the_tensor(to_torch, values, later, share, layout):
    """What the array holds after the learner's tensor is overwritten."""
    array, _ = array_like(values, layout)
    to_torch(array, share).copy_(later.cpu())
    return torch.from_numpy(array.copy())


def still_read_only(to_torch, values):
    """Whether a read-only array is read-only after the call."""
    array, _ = array_like(values, "read-only")
    to_torch(array, False)
    return not array.flags.writeable
