# caught-by: makes_one_step
# mistake: You seem to take every third row instead of blocks of H.
# mistake[zh-CN]: 你似乎每隔 3 行取一行，而不是按大小为 H 的块来取。
import torch


def gru_cell(x, h, w_ih, w_hh, b_ih, b_hh):
    gi = x @ w_ih.T + b_ih
    gh = h @ w_hh.T + b_hh
    i_r, i_z, i_n = (gi[:, k::3] for k in range(3))
    h_r, h_z, h_n = (gh[:, k::3] for k in range(3))
    r = torch.sigmoid(i_r + h_r)
    z = torch.sigmoid(i_z + h_z)
    n = torch.tanh(i_n + r * h_n)
    return (1 - z) * n + z * h
