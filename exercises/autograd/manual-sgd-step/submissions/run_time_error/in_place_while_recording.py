# caught-by: moves_the_parameters
# mistake: You seem to change a leaf in place while gradients are recorded.
# mistake[zh-CN]: 你似乎在记录梯度时就地修改了叶子张量。
def sgd_step(params, lr):
    for p in params:
        if p.requires_grad and p.grad is not None:
            p -= lr * p.grad
