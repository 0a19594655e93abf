import torch


def gru_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    size = h.shape[1]

    def part(k, v, w, b):
        rows = slice(k * size, (k + 1) * size)
        return torch.addmm(b[rows], v, w[rows].t())

    r = (part(0, x, w_ih, b_ih) + part(0, h, w_hh, b_hh)).sigmoid()
    z = (part(1, x, w_ih, b_ih) + part(1, h, w_hh, b_hh)).sigmoid()
    n = (part(2, x, w_ih, b_ih) + r * part(2, h, w_hh, b_hh)).tanh()
    return n + z * (h - n)
