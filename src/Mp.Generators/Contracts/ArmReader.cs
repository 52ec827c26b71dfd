using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Contracts;

/// <summary>Reads arms.</summary>
internal static class ArmReader
{
    /// <summary>Reads an arm, brackets and all.</summary>
    public static ArmContract Read(ContractTokens tokens)
    {
        var elements = new List<ElementContract>();
        string rest = "";
        tokens.Take("[");
        if (!tokens.TryTake("]"))
        {
            do
            {
                if (tokens.TryTake("..."))
                {
                    rest = tokens.TakeName();
                    break;
                }

                elements.Add(ReadElement(tokens));
            }
            while (tokens.TryTake(","));

            tokens.Take("]");
        }

        return new ArmContract { Elements = elements.ToEquatableArray(), Rest = rest };
    }

    /// <summary>Takes the mark of what may be missing, if it comes next.</summary>
    public static bool TakesDefault(ContractTokens tokens)
    {
        if (!tokens.TryTake("="))
        {
            return false;
        }

        return tokens.TryTakeWord(ContractKeywords.Default)
            ? true
            : throw tokens.Expected($"'{ContractKeywords.Default}'");
    }

    private static ElementContract ReadElement(ContractTokens tokens)
    {
        if (tokens.TryTakeString() is { } text)
        {
            return Constant(new ConstantModel(ConstantKind.String, text));
        }

        if (tokens.TryTakeNumber(out string? number))
        {
            return Constant(ContractNumbers.Read(number) ?? throw tokens.Expected("a number"));
        }

        // A word alone is a constant; a name after it makes a type of it.
        TypeShape type = TypeShapeReader.Read(tokens);
        string? name = tokens.TryTakeName();
        if (name is null)
        {
            return ConstantOf(ContractWriter.Write(type)) ?? throw tokens.Expected("the name of the element");
        }

        return new ElementContract
        {
            Kind = ElementContractKind.Typed,
            Type = type,
            Name = name,
            IsOptional = TakesDefault(tokens),
        };
    }

    private static ElementContract? ConstantOf(string word) => word switch
    {
        ContractKeywords.Any => new ElementContract { Kind = ElementContractKind.Any },
        "null" => Constant(new ConstantModel(ConstantKind.Null, word)),
        "true" or "false" => Constant(new ConstantModel(ConstantKind.Boolean, word)),
        _ => ContractNumbers.Read(word) is { } number ? Constant(number) : null,
    };

    private static ElementContract Constant(ConstantModel constant) =>
        new() { Kind = ElementContractKind.Constant, Constant = constant };
}
