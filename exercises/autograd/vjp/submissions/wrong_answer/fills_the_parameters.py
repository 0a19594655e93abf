# caught-by: leaves_the_parameters
# mistake: You seem to call `backward`, which also adds to the gradients of the parameters.
# mistake[zh-CN]: 你似乎调用了 `backward`，它也会累加到参数的梯度上。
def vjp(f, x, v):
    leaf = x.detach().clone().requires_grad_()
    f(leaf).backward(v)
    return leaf.grad
