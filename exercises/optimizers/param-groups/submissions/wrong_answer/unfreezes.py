# caught-by: leaves_the_model_alone
# mistake: You seem to change `requires_grad`.
# mistake[zh-CN]: 你似乎修改了 `requires_grad`。
def param_groups(model, lr, weight_decay):
    trained = [p for p in model.parameters() if p.requires_grad]
    for p in model.parameters():
        p.requires_grad_(True)
    return [
        {"params": [p for p in trained if p.ndim >= 2], "lr": lr, "weight_decay": weight_decay},
        {"params": [p for p in trained if p.ndim < 2], "lr": lr, "weight_decay": 0.0},
    ]
