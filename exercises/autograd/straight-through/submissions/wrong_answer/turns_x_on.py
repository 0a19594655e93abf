# caught-by: makes_no_graph_of_its_own
# mistake: You seem to call `requires_grad_` on x itself.
# mistake[zh-CN]: 你似乎对 x 本身调用了 `requires_grad_`。
def round_ste(x):
    x.requires_grad_()
    return x + (x.round() - x).detach()
