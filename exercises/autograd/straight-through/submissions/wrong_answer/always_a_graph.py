# caught-by: makes_no_graph_of_its_own
# mistake: Your result seems to require a gradient even where x does not.
# mistake[zh-CN]: 即使 x 不需要梯度，你的结果似乎也需要。
def round_ste(x):
    if not x.requires_grad:
        x = x.detach().clone().requires_grad_()
    return x + (x.round() - x).detach()
