# caught-by: leaves_the_gradient_of_x
# mistake: You seem to return `x.grad`, into which an old gradient was added.
# mistake[zh-CN]: 你返回的似乎是 `x.grad`，其中累加了旧的梯度。
def vjp(f, x, v):
    leaf = x if x.requires_grad else x.detach().clone().requires_grad_()
    f(leaf).backward(v, inputs=[leaf])
    return leaf.grad.detach().clone()
