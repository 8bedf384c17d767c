# SPDX-License-Identifier: GPL-3.0-or-later
"""Reference numbers of the networks and of one step of each optimiser, from PyTorch.

Writes tests/data/oracle/nn.json and nn_steps.json. Run with /usr/bin/python3 (Debian: python3-torch).
"""
import json
import pathlib

import torch
import torch.nn as nn
import torch.nn.functional as F

OUT = pathlib.Path(__file__).resolve().parent.parent / "data" / "oracle"
SLOPE = 0.2


def plain(tensor):
    tensor = tensor.detach()
    return {"shape": list(tensor.shape), "values": [float(f"{v:.9g}") for v in tensor.flatten().tolist()]}


def weights(named):
    return {name: plain(tensor) for name, tensor in named.items()}


def part(named, *roots):
    """The entries whose network is named like one of `roots`."""
    return {name: value for name, value in named.items() if name.split(".")[0].endswith(roots)}


def shuffle(module):
    """Random weights of a useful size in every parameter, biases and norms included."""
    for parameter in module.parameters():
        parameter.data.add_(torch.randn_like(parameter) * 0.2)


class Encoder(nn.Module):
    def __init__(self, channels, inputs, steps, latent, size):
        super().__init__()
        self.latent = latent
        self.body = nn.ModuleDict()
        for i, out in enumerate(channels):
            self.body[f"conv{i}"] = nn.Conv1d(inputs, out, 16, 4, 6)
            inputs = out
        if latent == "map":
            self.map = nn.Conv1d(inputs, size, 1)
        else:
            self.head = nn.Linear(inputs * (steps if latent == "flat" else 1), size)

    def forward(self, x):
        for conv in self.body.values():
            x = F.leaky_relu(conv(x), SLOPE)
        if self.latent == "map":
            return self.map(x).flatten(1)
        return self.head(x.mean(2) if self.latent == "pooled" else x.flatten(1))


class Generator(nn.Module):
    def __init__(self, channels, steps, latent, size, tanh, outputs=1):
        super().__init__()
        self.latent, self.steps, self.tanh, self.first = latent, steps, tanh, channels[0]
        if latent == "map":
            self.spread = nn.Conv1d(size, channels[0], 3, padding=1)
        else:
            self.entry = nn.Linear(size, channels[0] * steps)
        for i, inputs in enumerate(channels):
            out = channels[i + 1] if i + 1 < len(channels) else outputs
            setattr(self, f"up{i}", nn.ConvTranspose1d(inputs, out, 16, 4, 6))
        self.count = len(channels)

    def forward(self, z):
        if self.latent == "map":
            x = self.spread(z.reshape(len(z), -1, self.steps))
        else:
            x = self.entry(z).reshape(len(z), self.first, self.steps)
        for i in range(self.count):
            x = getattr(self, f"up{i}")(F.leaky_relu(x, SLOPE))
        return torch.tanh(x) if self.tanh else x


class OneBias(nn.Module):
    """PyTorch's bidirectional LSTM with its second bias zero, as Keras has it."""

    def __init__(self, inputs, units):
        super().__init__()
        self.lstm = nn.LSTM(inputs, units, batch_first=True, bidirectional=True)
        for name, parameter in self.lstm.named_parameters():
            if "bias_hh" in name:
                parameter.data.zero_()
                parameter.requires_grad_(False)

    def forward(self, x):
        return self.lstm(x)[0]

    def named(self):
        return {name.replace("_l0", "").replace("bias_ih", "bias"): parameter
                for name, parameter in self.lstm.named_parameters() if parameter.requires_grad}


def under(prefix, named):
    return {f"{prefix}.{name}": parameter for name, parameter in named.items()}


class RecurrentEncoder(nn.Module):
    """Geiger et al. 2020: a bidirectional LSTM whose whole sequence goes through one layer."""

    def __init__(self, inputs, units, length, size):
        super().__init__()
        self.lstm, self.head = OneBias(inputs, units), nn.Linear(2 * units * length, size)

    def forward(self, x):
        return self.head(self.lstm(x.transpose(1, 2)).transpose(1, 2).flatten(1))

    def named(self):
        return {**under("body.lstm0", self.lstm.named()), **under("head", dict(self.head.named_parameters()))}


class RecurrentGenerator(nn.Module):
    def __init__(self, size, units, length, scale, outputs=1):
        super().__init__()
        self.scale, self.entry = scale, nn.Linear(size, length // 2)
        self.first, self.second = OneBias(1, units), OneBias(2 * units, units)
        self.last = nn.Linear(2 * units, outputs)

    def forward(self, z):
        x = F.interpolate(self.first(self.entry(z).unsqueeze(2)).transpose(1, 2), scale_factor=2)
        return self.scale * torch.tanh(self.last(self.second(x.transpose(1, 2)))).transpose(1, 2)

    def named(self):
        return {**under("entry", dict(self.entry.named_parameters())), **under("body.lstm0", self.first.named()),
                **under("body.lstm1", self.second.named()), **under("last", dict(self.last.named_parameters()))}


class FlatCritic(nn.Module):
    """Geiger et al. 2020: convolutions without padding, flattened."""

    def __init__(self, inputs, channels, length):
        super().__init__()
        for i, out in enumerate(channels):
            setattr(self, f"conv{i}", nn.Conv1d(inputs, out, 5))
            inputs = out
        self.count, self.head = len(channels), nn.Linear(inputs * (length - 4 * len(channels)), 1)

    def forward(self, x):
        for i in range(self.count):
            x = F.leaky_relu(getattr(self, f"conv{i}")(x), SLOPE)
        return self.head(x.transpose(1, 2).flatten(1)).squeeze(1)

    def named(self):
        return {(f"body.{n}" if n.startswith("conv") else n): p for n, p in self.named_parameters()}


class RotaryLayer(nn.TransformerEncoderLayer):
    """PyTorch's layer with queries and keys turned by their place (Su et al. 2021)."""

    def forward(self, x):
        attention, (count, tokens, width) = self.self_attn, x.shape
        heads = attention.num_heads
        depth = width // heads
        parts = F.linear(self.norm1(x), attention.in_proj_weight, attention.in_proj_bias)
        q, k, v = (part.view(count, tokens, heads, depth).transpose(1, 2) for part in parts.chunk(3, -1))
        angle = torch.arange(tokens)[:, None] * 10000.0 ** (-2 * torch.arange(depth // 2) / depth)
        spin = torch.polar(torch.ones_like(angle), angle)

        def turn(y):
            pairs = torch.complex(y[..., :depth // 2], y[..., depth // 2:]) * spin
            return torch.cat([pairs.real, pairs.imag], -1)

        mixed = torch.softmax(turn(q) @ turn(k).transpose(2, 3) / depth ** 0.5, -1) @ v
        x = x + attention.out_proj(mixed.transpose(1, 2).reshape(count, tokens, width))
        return x + self.linear2(F.relu(self.linear1(self.norm2(x))))


class Critic(nn.Module):
    """PyTorch's own Transformer layers over patches."""

    def __init__(self, inputs, tokens, patch, width, heads, feed, layers, before, positions, pooling,
                 layer=nn.TransformerEncoderLayer):
        super().__init__()
        self.pooling = pooling
        self.stem = nn.Conv1d(inputs, width, patch, patch)
        self.positions = nn.Parameter(torch.randn(tokens, width)) if positions else None
        self.layers = nn.ModuleList(
            layer(width, heads, feed, 0.0, batch_first=True, norm_first=bool(before))
            for _ in range(layers))
        self.norm = nn.LayerNorm(width) if before is True else None
        self.head = nn.Linear(2 * width if pooling == "both" else width, 1)

    def forward(self, x):
        t = self.tokens(x)
        if self.positions is not None:
            t = t + self.positions
        for layer in self.layers:
            t = layer(t)
        if self.norm is not None:
            t = self.norm(t)
        parts = {"mean": [t.mean(1)], "max": [t.max(1)[0]], "both": [t.mean(1), t.max(1)[0]]}
        return self.head(torch.cat(parts[self.pooling], 1)).squeeze(1)

    def tokens(self, x):
        return self.stem(x).transpose(1, 2)

    def named(self):
        out = {"stem.embed.weight": self.stem.weight, "stem.embed.bias": self.stem.bias,
               "head.weight": self.head.weight, "head.bias": self.head.bias}
        if self.positions is not None:
            out["positions"] = self.positions
        if self.norm is not None:
            out.update({"norm.weight": self.norm.weight, "norm.bias": self.norm.bias})
        for i, layer in enumerate(self.layers):
            for name, tensor in layer.named_parameters():
                name = (name.replace("self_attn.in_proj_", "in_proj.")
                        .replace("self_attn.out_proj", "out_proj"))
                out[f"layer{i}.{name}"] = tensor
        return out


class StemCritic(Critic):
    """Tokens from strided convolutions."""

    def __init__(self, inputs, channels, *rest):
        super().__init__(channels[-1], *rest)
        self.stack = Encoder(channels, inputs, 1, "map", 1).body

    def tokens(self, x):
        for conv in self.stack.values():
            x = F.leaky_relu(conv(x), SLOPE)
        return super().tokens(x)

    def named(self):
        return {**super().named(),
                **under("stem.convolutions", {n: p for n, p in self.stack.named_parameters()})}


class ConvCritic(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.body = Encoder(channels, 1, 1, "map", 1).body
        self.head = nn.Linear(channels[-1], 1)

    def forward(self, x):
        for conv in self.body.values():
            x = F.leaky_relu(conv(x), SLOPE)
        return self.head(x.mean(2)).squeeze(1)


class LatentCritic(nn.Module):
    def __init__(self, numbers, widths):
        super().__init__()
        for i, (a, b) in enumerate(zip([numbers] + widths, widths + [1])):
            setattr(self, f"linear{i}", nn.Linear(a, b))
        self.count = len(widths) + 1

    def forward(self, z):
        for i in range(self.count - 1):
            z = F.leaky_relu(getattr(self, f"linear{i}")(z), SLOPE)
        return getattr(self, f"linear{self.count - 1}")(z).squeeze(1)


def penalty(critic, real, fake, mix, form="two-sided"):
    shape = [-1] + [1] * (real.dim() - 1)
    between = mix.view(shape) * real + (1 - mix.view(shape)) * fake
    where = (real if form == "zero at real" else between).detach().clone().requires_grad_(True)
    gradient, = torch.autograd.grad(critic(where).sum(), where, create_graph=True)
    norm = gradient.flatten(1).norm(2, 1)
    value = {"two-sided": (norm - 1) ** 2, "one-sided": torch.clamp(norm - 1, min=0) ** 2,
             "zero at real": norm ** 2}[form]
    return value.mean(), norm.mean()


def module_cases():
    encoder = {"channels": [3, 4], "kernel": 16, "stride": 4}
    generator = {"channels": [4, 3], "last_layer": "random"}
    before = {"stem": "patch", "patch": 8, "width": 8, "heads": 2, "feed_forward": 12, "layers": 2,
              "positions": "learned", "pooling": "both", "normalisation": "before"}
    after = {"stem": "pointwise", "width": 8, "heads": 4, "feed_forward": 12, "layers": 1,
             "positions": "none", "pooling": "max", "normalisation": "after"}
    conv = {"body": "convolution", "channels": [3, 4], "pooling": "mean"}
    cases = [("upsampling", {}, nn.ConvTranspose1d(3, 2, 16, 4, 6), torch.randn(2, 3, 5))]
    for latent in ("map", "pooled", "flat"):
        cases.append((f"encoder {latent}", {"encoder": {**encoder, "latent": latent, "latent_size": 5},
                       "generator": generator},
                      Encoder([3, 4], 2, 4, latent, 5), torch.randn(3, 2, 64)))
    for latent, output in (("map", "linear"), ("flat", "tanh")):
        cases.append((f"generator {latent} {output}",
                      {"encoder": {**encoder, "latent": latent, "latent_size": 5},
                       "generator": {**generator, "output": output}},
                      Generator([4, 3], 4, latent, 5, output == "tanh"),
                      torch.randn(3, 20 if latent == "map" else 5)))
    cases.append(("critic patches", {"signal_critic": before},
                  Critic(2, 8, 8, 8, 2, 12, 2, True, True, "both"), torch.randn(3, 2, 64)))
    cases.append(("critic samples", {"signal_critic": after},
                  Critic(1, 16, 1, 8, 4, 12, 1, False, False, "max"), torch.randn(3, 1, 16)))
    cases.append(("critic convolution", {"signal_critic": conv, "encoder": encoder,
                                         "generator": generator},
                  ConvCritic([3, 4]), torch.randn(3, 1, 64)))
    cases.append(("latent critic", {"latent_critic": {"widths": [6, 5]}},
                  LatentCritic(7, [6, 5]), torch.randn(3, 7)))
    rotary = {**before, "positions": "rotary", "pooling": "mean"}
    cases.append(("critic rotary", {"signal_critic": rotary},
                  Critic(5, 8, 8, 8, 2, 12, 2, True, False, "mean", RotaryLayer), torch.randn(3, 5, 64)))
    stem = {**before, "stem": "convolution", "channels": [3, 4], "positions": "none", "pooling": "max"}
    cases.append(("critic stem", {"signal_critic": stem},
                  StemCritic(2, [3, 4], 1, 1, 8, 2, 12, 2, True, False, "max"), torch.randn(3, 2, 64)))
    flat = {"body": "convolution", "channels": [3, 4], "kernel": 5, "stride": 1, "padding": "none",
            "pooling": "flat"}
    cases.append(("critic flat", {"signal_critic": flat}, FlatCritic(1, [3, 4], 20), torch.randn(3, 1, 20)))
    recurrent = {"encoder": {"body": "recurrent", "channels": [5], "latent": "flat", "latent_size": 4},
                 "generator": {"channels": [6, 6], "output": "tanh", "scale": 4.0, "last_layer": "random"}}
    cases.append(("encoder recurrent", recurrent, RecurrentEncoder(2, 5, 10, 4), torch.randn(11, 2, 10)))
    cases.append(("generator recurrent", recurrent, RecurrentGenerator(4, 6, 64, 4.0), torch.randn(3, 4)))
    wide = {"encoder": {**encoder, "latent": "flat", "latent_size": 5}, "generator": generator}
    cases.append(("encoder of 8 channels", wide, Encoder([3, 4], 8, 4, "flat", 5), torch.randn(2, 8, 64)))
    inside = {**before, "normalisation": "inside", "pooling": "max"}
    cases.append(("critic inside", {"signal_critic": inside},
                  Critic(2, 8, 8, 8, 2, 12, 2, "inside", True, "max"), torch.randn(3, 2, 64)))
    out = []
    for name, preset, module, x in cases:
        shuffle(module)
        for part in module.modules():
            if isinstance(part, nn.LSTM):
                part.bias_hh_l0.data.zero_(), part.bias_hh_l0_reverse.data.zero_()
        named = module.named() if hasattr(module, "named") else dict(module.named_parameters())
        case = {"name": name, "preset": preset, "weights": weights(named), "input": plain(x),
                "output": plain(module(x))}
        if "critic" in name:
            fake, mix = torch.randn_like(x), torch.rand(len(x))
            form = {"critic stem": "one-sided", "critic flat": "zero at real"}.get(name, "two-sided")
            value, norm = penalty(module, x, fake, mix, form)
            gradients = torch.autograd.grad(value, list(named.values()), allow_unused=True)
            case["penalty"] = {
                "form": form, "fake": plain(fake), "mix": plain(mix), "value": value.item(), "norm": norm.item(),
                "gradients": {n: plain(g) for n, g in zip(named, gradients) if g is not None}}
        else:
            for parameter in named.values():
                parameter.grad = None
            module(x).square().mean().backward()
            case["gradients"] = {n: plain(p.grad) for n, p in named.items()}
        out.append(case)
    return out


def spectral_case():
    """Multi-resolution spectral error, its frames by torch.stft."""
    x, y = torch.randn(3, 1, 200), torch.randn(3, 1, 200, requires_grad=True)

    def magnitude(signal, size):
        spectrum = torch.stft(signal.squeeze(1), size, size // 4, window=torch.hann_window(size),
                              center=False, return_complex=True)
        return torch.sqrt(torch.clamp(spectrum.real ** 2 + spectrum.imag ** 2, min=1e-7))

    total = 0
    for size in (32, 128):
        a, b = magnitude(x, size), magnitude(y, size)
        total = total + torch.linalg.norm(a - b) / torch.linalg.norm(a) + (a.log() - b.log()).abs().mean()
    (total / 2).backward()
    return {"x": plain(x), "y": plain(y), "value": total.item() / 2, "gradient": plain(y.grad)}


def steps_case():
    length, order, count = 128, 8, 6
    basis = torch.linalg.qr(torch.randn(length, count))[0].t().contiguous()
    taps, deviation = torch.randn(order) * 0.2, 0.7
    kernel = (torch.cat([torch.ones(1), taps]) / deviation).flip(0).view(1, 1, -1)
    whiten = lambda x: F.conv1d(x, kernel)
    preset = {
        "encoder": {"channels": [3, 4], "latent_size": 2}, "generator": {"channels": [4, 3], "last_layer": "random"},
        "signal_critic": {"patch": 12, "width": 8, "heads": 2, "feed_forward": 12, "layers": 1},
        "latent_critic": {"widths": [6]},
        "adversarial": {"signal_weight": 0.1, "latent_weight": 0.2, "penalty": 10.0}}
    E, G = Encoder([3, 4], 2, 8, "map", 2), Generator([4, 3], 8, "map", 2, False)
    C, D = Critic(2, 10, 12, 8, 2, 12, 1, "inside", True, "both"), LatentCritic(16, [6])
    for module in (E, G, C, D):
        shuffle(module)

    def named():
        out = {f"encoder.{n}": p for n, p in E.named_parameters()}
        out.update({f"generator.{n}": p for n, p in G.named_parameters()})
        out.update({f"signal_critic.{n}": p for n, p in C.named().items()})
        out.update({f"latent_critic.{n}": p for n, p in D.named_parameters()})
        return out

    def encode(x):
        rest = x - ((x.squeeze(1) @ basis.t()) @ basis).unsqueeze(1)
        return E(torch.cat([rest, F.pad(whiten(x), (order, 0))], 1))

    rebuild = lambda x, z: ((x.squeeze(1) @ basis.t()) @ basis).unsqueeze(1) + G(z)
    seen = lambda x: torch.cat([x[:, :, order:], whiten(x)], 1)
    x, n = torch.randn(5, 1, length), 5
    mix, latent_mix, latent_real = torch.rand(n), torch.rand(n), torch.randn(n, 16)
    start = weights(named())
    critics = torch.optim.AdamW([*C.parameters(), *D.parameters()], 3e-4, (0.5, 0.9), weight_decay=0.0)
    with torch.no_grad():
        z = encode(x)
        real, fake = seen(x), seen(rebuild(x, z))
    gap, latent_gap = C(real).mean() - C(fake).mean(), D(latent_real).mean() - D(z).mean()
    p, norm = penalty(C, real, fake, mix)
    q, _ = penalty(D, latent_real, z, latent_mix)
    (10 * p - gap + 10 * q - latent_gap).backward()
    critics.step()
    gradients = lambda: weights({n: p.grad for n, p in named().items() if p.grad is not None})
    critic_gradients = gradients()
    critic = {"gradients": critic_gradients, "critic": gap.item(), "latent": latent_gap.item(), "penalty": (p + q).item(),
              "norm": norm.item(), "after": weights(part(named(), "critic"))}
    nets = torch.optim.AdamW([*E.parameters(), *G.parameters()], 1e-3, (0.9, 0.999), weight_decay=1e-3)
    z = encode(x)
    made = rebuild(x, z)
    cycle, realness, likeness = whiten(x - made).square().mean(), C(seen(made)).mean(), D(z).mean()
    (cycle - 0.1 * realness - 0.2 * likeness).backward()
    nets.step()
    generator = {"gradients": part(gradients(), "coder", "generator"), "cycle": cycle.item(), "generator": -realness.item(), "latent": -likeness.item(),
                 "after": weights(part(named(), "coder", "generator"))}
    return {"preset": preset, "length": length, "basis": plain(basis), "taps": plain(taps),
            "deviation": deviation, "weights": start, "windows": plain(x), "mix": plain(mix),
            "latent_mix": plain(latent_mix), "latent_real": plain(latent_real),
            "reconstruction": plain(made), "critic_step": critic, "generator_step": generator}


def tadgan_steps_case():
    """One step of each optimiser as in Geiger et al. 2020: fakes from the prior, squared error."""
    length, n = 40, 5
    preset = {
        "skeleton": "none", "cycle": "square",
        "encoder": {"body": "recurrent", "channels": [5], "latent": "flat", "latent_size": 4},
        "generator": {"channels": [3, 3], "output": "tanh", "scale": 4.0, "last_layer": "random"},
        "signal_critic": {"body": "convolution", "input": "signal", "channels": [3, 4], "kernel": 5, "stride": 1,
                          "padding": "none", "pooling": "flat"},
        "latent_critic": {"widths": [6, 5]},
        "adversarial": {"fakes": "prior", "signal_weight": 1.0, "latent_weight": 1.0},
        "training": {"cycle_weight": 10.0, "generator": {"rate": 5e-4, "first_beta": 0.9, "weight_decay": 0.0},
                     "critic": {"rate": 5e-4, "first_beta": 0.9, "second_beta": 0.999}}}
    E, G = RecurrentEncoder(1, 5, length, 4), RecurrentGenerator(4, 3, length, 4.0)
    C, D = FlatCritic(1, [3, 4], length), LatentCritic(4, [6, 5])
    for module in (E, G, C, D):
        shuffle(module)
    for lstm in (E.lstm, G.first, G.second):
        lstm.lstm.bias_hh_l0.data.zero_(), lstm.lstm.bias_hh_l0_reverse.data.zero_()
    named = lambda: {**under("encoder", E.named()), **under("generator", G.named()),
                     **under("signal_critic", C.named()), **under("latent_critic", dict(D.named_parameters()))}
    gradients = lambda: weights({k: p.grad for k, p in named().items() if p.grad is not None})
    x, prior = torch.randn(n, 1, length), torch.randn(n, 4)
    mix, latent_mix, latent_real = torch.rand(n), torch.rand(n), torch.randn(n, 4)
    start = weights(named())
    critics = torch.optim.Adam([*C.parameters(), *D.parameters()], 5e-4)
    with torch.no_grad():
        z, fake = E(x), G(prior)
    gap, latent_gap = C(x).mean() - C(fake).mean(), D(latent_real).mean() - D(z).mean()
    p, norm = penalty(C, x, fake, mix)
    q, _ = penalty(D, latent_real, z, latent_mix)
    (10 * p - gap + 10 * q - latent_gap).backward()
    critics.step()
    critic = {"gradients": gradients(), "critic": gap.item(), "latent": latent_gap.item(),
              "penalty": (p + q).item(), "norm": norm.item(), "after": weights(part(named(), "critic"))}
    for parameter in named().values():
        parameter.grad = None
    nets = torch.optim.Adam([p for m in (E, G) for p in m.parameters() if p.requires_grad], 5e-4)
    z = E(x)
    made = G(z)
    cycle, realness, likeness = (x - made).square().mean(), C(G(prior)).mean(), D(z).mean()
    (10 * cycle - realness - likeness).backward()
    nets.step()
    generator = {"gradients": part(gradients(), "coder", "generator"), "cycle": cycle.item(), "generator": -realness.item(),
                 "latent": -likeness.item(), "after": weights(part(named(), "coder", "generator"))}
    return {"preset": preset, "length": length, "weights": start, "windows": plain(x), "mix": plain(mix),
            "latent_mix": plain(latent_mix), "latent_real": plain(latent_real), "prior": plain(prior),
            "reconstruction": plain(made), "critic_step": critic, "generator_step": generator}


if __name__ == "__main__":
    torch.manual_seed(3)
    for name, content in (("nn", {"modules": module_cases(), "spectral": spectral_case()}),
                          ("nn_steps", {"spall": steps_case(), "tadgan": tadgan_steps_case()})):
        (OUT / f"{name}.json").write_text(
            json.dumps({"torch": torch.__version__, **content}, separators=(",", ":")))
