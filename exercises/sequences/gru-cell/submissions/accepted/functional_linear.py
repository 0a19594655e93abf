import torch.nn.functional as F


def gru_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    hidden = h.size(-1)
    gi, gh = F.linear(x, w_ih, b_ih), F.linear(h, w_hh, b_hh)
    gates = F.sigmoid(gi[:, : 2 * hidden] + gh[:, : 2 * hidden])
    reset, update = gates.split(hidden, 1)
    new = F.tanh(gi[:, 2 * hidden :] + reset * gh[:, 2 * hidden :])
    return new.lerp(h, update)
