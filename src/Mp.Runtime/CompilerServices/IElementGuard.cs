namespace Mp.CompilerServices;

/// <summary>
/// A codec of an interface, which more objects implement than would be one of the type after a journey.
/// </summary>
internal interface IElementGuard
{
    /// <summary>Whether an object, which is of the type, is also written as what the codec reads.</summary>
    bool Admits(object element);
}
