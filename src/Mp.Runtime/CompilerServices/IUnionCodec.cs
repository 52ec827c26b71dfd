using System.ComponentModel;

namespace Mp.CompilerServices;

/// <summary>
/// The codec of a type that stands for several, each of which is written otherwise when it is sent as itself.
/// Implemented by generated code.
/// </summary>
/// <typeparam name="T">The abstract class or interface.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUnionCodec<T> : IElementCodec<T>;
