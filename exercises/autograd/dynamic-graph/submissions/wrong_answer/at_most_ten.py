# caught-by: doubles_until_the_limit
# mistake: Your loop seems to end after a fixed number of rounds.
# mistake[zh-CN]: 你的循环似乎在固定的次数之后就结束了。


def double_until(x, limit):
    n = 0
    y = x
    for _ in range(10):
        if y.norm() < limit:
            y = y * 2
            n += 1
    return y, n
