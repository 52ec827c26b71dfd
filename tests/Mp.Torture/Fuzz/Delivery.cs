using System.Runtime.InteropServices;
using Mp.CompilerServices;
using Mp.Wire;

namespace Mp.Torture.Fuzz;

/// <summary>How an input is given to a reader.</summary>
/// <param name="IsExact">Whether the peer is one of Mp.</param>
/// <param name="PieceBytes">In pieces of how many bytes it is read a second time; zero: it is not.</param>
/// <param name="IsThrowing">Whether it is read through the interface that throws as well.</param>
/// <param name="Limits">How much is accepted.</param>
/// <param name="Typed">In which dialect its elements are read as all types; or nothing, if they are not.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Delivery(
    bool IsExact,
    int PieceBytes,
    bool IsThrowing,
    WireLimits Limits,
    ElementDialect? Typed = null)
{
    private const int MostPieceBytes = 7;
    private const int LimitsShift = 1;
    private const int WayShift = 3;

    // Of 32 ways most are the usual one, as the others take longer.
    private const int FirstInPieces = 24;
    private const int Throwing = 31;

    // So low that a short input can reach them.
    private static readonly WireLimits Low = new() { MaxFrameBytes = 200, MaxDepth = 4, MaxValues = 24 };
    private static readonly WireLimits Deep = new() { MaxDepth = 100 };

    /// <summary>What a node has unless it is told otherwise.</summary>
    public static WireLimits UsualLimits { get; } = new();

    /// <summary>The way that a byte stands for.</summary>
    public static Delivery Of(byte choice)
    {
        int way = choice >> WayShift;
        return new Delivery(
            IsExact: (choice & 1) == 0,
            PieceBytes: way is >= FirstInPieces and < Throwing ? 1 + ((way - FirstInPieces) % MostPieceBytes) : 0,
            IsThrowing: way == Throwing,
            ((choice >> LimitsShift) & 3) switch { 2 => Low, 3 => Deep, _ => UsualLimits });
    }

    /// <summary>The dialect that a byte stands for, or nothing, for most bytes.</summary>
    public static ElementDialect? TypedOf(byte choice) => (choice & 7) switch
    {
        1 => ElementDialect.Exact,
        2 => ElementDialect.Loose,
        3 => ElementDialect.Loose | ElementDialect.Octets,
        4 => ElementDialect.Textual,
        5 => ElementDialect.Textual | ElementDialect.Loose,
        _ => null,
    };
}
