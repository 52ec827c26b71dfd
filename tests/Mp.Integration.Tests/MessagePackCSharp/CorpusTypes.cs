#pragma warning disable CA1051 // Fields travel as well.
using System.Numerics;
using MessagePack;

namespace Mp.Integration.Tests.MessagePackCSharp;

[MessagePackObject]
public class Numbered
{
    [Key(0)]
    public int Id { get; set; }

    [Key(2)]
    public string? Name { get; set; }

    [Key(3)]
    public double[] Values = [];

    [IgnoreMember]
    public int Cached { get; set; }
}

[MessagePackObject]
public class Texts
{
    [Key("id")]
    public long Id { get; set; }

    [Key("tags")]
    public List<string> Tags { get; set; } = [];
}

[MessagePackObject(true)]
public class Named
{
    public float Rate;

    public bool IsOpen { get; set; }

    public byte[] Data { get; set; } = [];

    public int Twice => 2 * Data.Length;

    internal int Hidden { get; set; }
}

[MessagePackObject]
public readonly struct Point
{
    [SerializationConstructor]
    public Point(int left, int top) => (X, Y) = (left, top);

    public Point(int both)
        : this(both, both)
    {
    }

    [Key(0)]
    public int X { get; }

    [Key(1)]
    public int Y { get; }
}

[MessagePackObject]
public record Pair<T>([property: Key(0)] T Left, [property: Key(1)] T Right);

[MessagePackObject]
public class Nested
{
    [Key(0)]
    public Point Point { get; set; }

    [Key(1)]
    public Numbered? Child { get; set; }

    [Key(2)]
    public Pair<int>? Pair { get; set; }

    [Key(3)]
    public Level Level { get; set; }

    [Key(4)]
    public int? Count { get; set; }

    [Key(5)]
    public Dictionary<string, int> Map { get; set; } = [];
}

[MessagePackObject]
public class Derived : Base
{
    [Key(1)]
    public int Own { get; set; }
}

public abstract class Base
{
    [Key(0)]
    public int Inherited { get; set; }
}

[MessagePackObject(true)]
public class Late : Early
{
    public int C { get; set; }
}

public abstract class Early
{
    public int B;

    public int A { get; set; }
}

[MessagePackObject]
public class LateTexts : EarlyTexts
{
    [Key("c")]
    public int C { get; set; }
}

public abstract class EarlyTexts
{
    [Key("b")]
    public int B;

    [Key("a")]
    public int A { get; set; }
}

[MessagePackObject]
public class Empty;

[Union(0, typeof(Circle))]
[Union(300, typeof(Square))]
public interface IShape;

[MessagePackObject]
public class Circle : IShape
{
    [Key(0)]
    public int Radius { get; set; }
}

[MessagePackObject]
public class Square : IShape
{
    [Key(0)]
    public int Side { get; set; }
}

[MessagePackObject]
public class Drawing
{
    [Key(0)]
    public IShape? Background { get; set; }

    [Key(1)]
    public List<IShape> Shapes { get; set; } = [];
}

[MessagePackObject]
public class Values
{
    [Key(0)]
    public Guid Guid { get; set; }

    [Key(1)]
    public decimal Decimal { get; set; }

    [Key(2)]
    public DateTime DateTime { get; set; }

    [Key(3)]
    public DateTimeOffset DateTimeOffset { get; set; }

    [Key(4)]
    public TimeSpan TimeSpan { get; set; }

    [Key(5)]
    public DateOnly DateOnly { get; set; }

    [Key(6)]
    public TimeOnly TimeOnly { get; set; }

    [Key(7)]
    public BigInteger BigInteger { get; set; }

    [Key(8)]
    public Uri? Uri { get; set; }

    [Key(9)]
    public Version? Version { get; set; }

    [Key(10)]
    public char Character { get; set; }

    [Key(11)]
    public Guid? Nothing { get; set; }
}

[MessagePackObject]
public class Integers
{
    [Key(0)]
    public sbyte SByte { get; set; }

    [Key(1)]
    public short Int16 { get; set; }

    [Key(2)]
    public int Int32 { get; set; }

    [Key(3)]
    public long Int64 { get; set; }

    [Key(4)]
    public byte Byte { get; set; }

    [Key(5)]
    public ushort UInt16 { get; set; }

    [Key(6)]
    public uint UInt32 { get; set; }

    [Key(7)]
    public ulong UInt64 { get; set; }
}

public enum Level : short
{
    Low = -1,
    High = 300,
}
