# caught-by: spares_the_norms
# mistake: You seem to look for `bias` in the name: the weights of norm layers decay.
# mistake[zh-CN]: 你似乎只在名字里找 `bias`：归一化层的权重被衰减了。
def param_groups(model, lr, weight_decay):
    trained = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    return [
        {
            "params": [p for n, p in trained if not n.split(".")[-1].startswith("bias")],
            "lr": lr,
            "weight_decay": weight_decay,
        },
        {"params": [p for n, p in trained if n.split(".")[-1].startswith("bias")], "lr": lr, "weight_decay": 0.0},
    ]
