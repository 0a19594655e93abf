# caught-by: matches_whole_names
# mistake: You seem to look for the name anywhere in the dotted name.
# mistake[zh-CN]: 你似乎在带点名字的任意位置查找该名字。


def freeze_except(model, names):
    for n in names:
        model.get_submodule(n)
    out = []
    for name, p in model.named_parameters():
        p.requires_grad_(any(f".{n}." in "." + name for n in names))
        if p.requires_grad:
            out.append(p)
    return out
