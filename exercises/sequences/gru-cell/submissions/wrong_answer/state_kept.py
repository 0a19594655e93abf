# caught-by: unrolls_to_a_gru
# mistake: Your cell seems to keep something between calls.
# mistake[zh-CN]: 你的实现似乎在两次调用之间保存了什么。
import torch

CALLS = []


def gru_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    gi = x @ w_ih.T + b_ih
    gh = h @ w_hh.T + b_hh
    i_r, i_z, i_n = gi.chunk(3, dim=1)
    h_r, h_z, h_n = gh.chunk(3, dim=1)
    r = torch.sigmoid(i_r + h_r)
    z = torch.sigmoid(i_z + h_z)
    n = torch.tanh(i_n + r * h_n)
    CALLS.append(len(x))
    h = h if CALLS[-3:-1] != [2, 2] or len(x) != 2 else h.roll(1, 0)
    return (1 - z) * n + z * h
