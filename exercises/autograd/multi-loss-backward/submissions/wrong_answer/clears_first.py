# caught-by: accumulates
# mistake: You seem to clear the gradients that were there before.
# mistake[zh-CN]: 你似乎清除了之前已有的梯度。
def leaves(node, found):
    if hasattr(node, "variable"):
        found.append(node.variable)
    for parent, _ in node.next_functions:
        if parent is not None:
            leaves(parent, found)


def weighted_backward(outputs, weights):
    total = sum((weight * output).sum() for output, weight in zip(outputs, weights))
    found = []
    leaves(total.grad_fn, found)
    for leaf in found:
        leaf.grad = None
    total.backward()
