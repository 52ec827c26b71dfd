using Mp.Analyzers.Sends;
using Mp.Generators.Contracts;
using Mp.Generators.Model;

namespace Mp.Analyzers.Evolution;

/// <summary>Whether an element of an arm takes all that the one took that was there before.</summary>
internal static class ElementCover
{
    /// <summary>Says so; whether the element may be missing is not looked at.</summary>
    public static bool Takes(ElementContract now, ElementContract was) => (now.Kind, was.Kind) switch
    {
        (ElementContractKind.Any, _) => true,
        (ElementContractKind.Constant, ElementContractKind.Constant) => now.Constant == was.Constant,
        (ElementContractKind.Constant, _) => false,
        (_, ElementContractKind.Any) => TakesAnything(now),
        (_, ElementContractKind.Constant) => Takes(now.Type!, was.Constant!),
        _ => TypeCover.Takes(now.Type!, was.Type!),
    };

    /// <summary>Whether it takes whatever there is.</summary>
    public static bool TakesAnything(ElementContract element) =>
        element.Kind == ElementContractKind.Any || element.Type is { Kind: TypeShapeKind.Object, IsNullable: true };

    private static bool Takes(TypeShape type, ConstantModel constant) => constant.Kind switch
    {
        ConstantKind.Null => type.IsNullable,
        _ when type.Kind == TypeShapeKind.Object => true,
        ConstantKind.Boolean => type.Kind == TypeShapeKind.Boolean,
        ConstantKind.String => type.Kind == TypeShapeKind.String,
        ConstantKind.Floating => type.Kind == TypeShapeKind.Double,
        ConstantKind.Integer or ConstantKind.UnsignedInteger =>
            type.Kind is TypeShapeKind.Integer or TypeShapeKind.Enum && Contains(type, constant),
        _ => false,
    };

    private static bool Contains(TypeShape type, ConstantModel constant)
    {
        decimal value = decimal.Parse(ContractWriter.Write(constant), ContractNumbers.Culture);
        (decimal least, decimal most) = IntegerRanges.Of(type);
        return value >= least && value <= most;
    }
}
