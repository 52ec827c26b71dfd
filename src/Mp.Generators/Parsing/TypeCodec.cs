namespace Mp.Generators.Parsing;

/// <summary>A type that can travel, and by what it is written and read.</summary>
/// <param name="Type">The type, in C#, with <c>?</c> where null is taken.</param>
/// <param name="Expression">The codec, as a C# expression.</param>
internal sealed record TypeCodec(string Type, string Expression);
