using Mp.Generators.Collections;

namespace Mp.Generators.Contracts;

/// <summary>Reads types.</summary>
internal static class TypeShapeReader
{
    /// <summary>Reads a type, with what is put behind it.</summary>
    public static TypeShape Read(ContractTokens tokens)
    {
        TypeShape type = ReadBare(tokens);
        while (true)
        {
            if (tokens.TryTake("[]"))
            {
                type = new TypeShape { Kind = TypeShapeKind.Sequence, Arguments = new([type]) };
            }
            else if (tokens.TryTake("?"))
            {
                type = type with { IsNullable = true };
            }
            else
            {
                return type;
            }
        }
    }

    private static TypeShape ReadBare(ContractTokens tokens)
    {
        string word = tokens.TryTakeName() ?? throw tokens.Expected("a type");
        if (ContractKeywords.Types.TryGetValue(word, out TypeShapeKind kind))
        {
            return new TypeShape { Kind = kind };
        }

        if (ContractKeywords.Integers.Contains(word, StringComparer.Ordinal))
        {
            return new TypeShape { Kind = TypeShapeKind.Integer, Name = word };
        }

        if (word is ContractKeywords.PortId)
        {
            return new TypeShape { Kind = TypeShapeKind.PortId, Name = ReadClass(tokens) };
        }

        if (word is ContractKeywords.Map)
        {
            return new TypeShape { Kind = TypeShapeKind.Map, Arguments = new([ReadItem(tokens)]) };
        }

        string name = word.TrimStart('@');
        EquatableArray<TypeShape> arguments = ReadArguments(tokens);
        return arguments.Count == 0 && tokens.TryTake(":")
            ? new TypeShape { Kind = TypeShapeKind.Enum, Name = name, Arguments = new([ReadBare(tokens)]) }
            : new TypeShape { Kind = TypeShapeKind.Named, Name = name, Arguments = arguments };
    }

    private static TypeShape ReadItem(ContractTokens tokens)
    {
        tokens.Take("<");
        TypeShape item = Read(tokens);
        tokens.Take(">");
        return item;
    }

    private static string ReadClass(ContractTokens tokens)
    {
        if (!tokens.TryTake("<"))
        {
            return "";
        }

        string name = tokens.TakeName().TrimStart('@');
        tokens.Take(">");
        return name;
    }

    private static EquatableArray<TypeShape> ReadArguments(ContractTokens tokens)
    {
        var arguments = new List<TypeShape>();
        if (tokens.TryTake("<"))
        {
            do
            {
                arguments.Add(Read(tokens));
            }
            while (tokens.TryTake(","));

            tokens.Take(">");
        }

        return arguments.ToEquatableArray();
    }
}
