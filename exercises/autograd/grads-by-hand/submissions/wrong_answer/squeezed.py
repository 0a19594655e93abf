# caught-by: works_for_one_output
# mistake: You seem to drop the axis of a single output: (N,) minus (N, 1) compares every pair of rows.
# mistake[zh-CN]: 只有一个输出时你似乎去掉了那个轴：(N,) 减 (N, 1) 会让每两行都相减。
def mse_grads(x, y, w, b):
    prediction = x @ w.T + b
    if prediction.shape[1] == 1:
        prediction = prediction.squeeze(1)
    error = 2 * (prediction - y) / y.numel()
    return error.T @ x, error.sum(0)
