namespace Mp.Integration.Tests.RoundTrips;

/// <summary>A payload with payloads in it.</summary>
[Payload]
public sealed record Order(
    int Id,
    string Name,
    List<Line> Lines,
    Dictionary<string, Line> ByArticle,
    Tree? Tree,
    PortId ReplyTo,
    string? Note = null,
    double Price = 1.5);

[Payload]
public readonly record struct Line(string Article, ulong Count, Color Color, PortId? From);

[Payload]
public sealed record Tree(int Value, Tree? Left, Tree? Right);

public enum Color : byte
{
    Red,
    Blue = 255,
}

public enum Wide : ulong
{
    None,
    All = ulong.MaxValue,
}
