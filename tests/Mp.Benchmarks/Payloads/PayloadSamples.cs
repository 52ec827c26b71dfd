using Mp.Payloads;

namespace Mp.Benchmarks.Payloads;

/// <summary>The five objects that codecs are compared on.</summary>
internal static class PayloadSamples
{
    public static Ping Ping { get; } = new("ping", 42, "node:4040#port");

    public static Order Order { get; } = new("A-1047", "Grace Hopper", 3, 59.97, IsPaid: true);

    public static Basket Basket { get; } = new(
        4711,
        [.. Enumerable.Range(0, 10).Select(static line => new Line($"SKU-{1000 + line}", line + 1, 9.99 * line))]);

    public static Article Article { get; } = new(
        "On messages",
        string.Concat(Enumerable.Repeat("A message is a list of elements, usually starting with a tag. ", 32)),
        ["messages", "ports", "nodes"]);

    public static Series Series { get; } = new(
        "load",
        [.. Enumerable.Range(0, 256).Select(static index => Math.Sin(index))],
        Enumerable.Range(0, 20).ToDictionary(static index => $"key{index}", static index => index * 1000));
}

/// <summary>A list of three: as messages are.</summary>
[Payload]
internal sealed record Ping([Key(0)] string Tag, [Key(1)] long Number, [Key(2)] string Reply);

/// <summary>A few members of several types.</summary>
[Payload]
internal sealed record Order(string Id, string Customer, int Quantity, double Total, bool IsPaid);

/// <summary>An object of objects.</summary>
[Payload]
internal sealed record Basket(long Id, List<Line> Lines);

/// <summary>One of them.</summary>
[Payload]
internal sealed record Line(string Product, int Quantity, double Price);

/// <summary>Mostly text, 2,000 characters of it.</summary>
[Payload]
internal sealed record Article(string Title, string Body, string[] Tags);

/// <summary>Mostly numbers.</summary>
[Payload]
internal sealed record Series(string Name, double[] Values, Dictionary<string, int> Counts);
