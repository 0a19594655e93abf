# caught-by: leaves_the_gradient_of_x
# mistake: You seem to call `backward` on the caller's `x`, which adds to `x.grad`.
# mistake[zh-CN]: 你似乎对调用者的 `x` 做了 `backward`，这会累加到 `x.grad`。
def vjp(f, x, v):
    leaf = x if x.requires_grad else x.detach().clone().requires_grad_()
    before = None if leaf.grad is None else leaf.grad.clone()
    f(leaf).backward(v, inputs=[leaf])
    return leaf.grad.clone() if before is None else leaf.grad - before
