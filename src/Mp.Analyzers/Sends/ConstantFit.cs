using Mp.Generators.Contracts;
using Mp.Generators.Model;

namespace Mp.Analyzers.Sends;

/// <summary>Whether what is sent equals a constant of a pattern.</summary>
internal static class ConstantFit
{
    // Up to here every integer is a floating-point number.
    private const long MaxExactInteger = 1L << 53;

    /// <summary>Says so.</summary>
    /// <param name="element">What is sent.</param>
    /// <param name="constant">What it must equal.</param>
    public static Fit Of(SentElement element, ConstantModel constant)
    {
        string expected = ContractWriter.Write(constant);
        if (element.IsNull || constant.Kind == ConstantKind.Null)
        {
            return OfNull(element, constant);
        }

        if (element.Shape is not { } shape)
        {
            return Fit.Unknown;
        }

        if (shape.Kind == TypeShapeKind.Object)
        {
            return Fit.Sometimes($"is an object, and must equal {expected}");
        }

        if (shape.Kind is TypeShapeKind.Named)
        {
            return Fit.Unknown;
        }

        Fit unequal = Fit.Never($"must equal {expected}");
        if (!element.IsConstant)
        {
            return CanEqual(shape, constant)
                ? Fit.Sometimes($"must equal {expected}, and is not a constant")
                : unequal;
        }

        return AreEqual(element.Constant, constant) switch
        {
            true => Fit.Always,
            false => unequal,
            _ => Fit.Unknown,
        };
    }

    private static Fit OfNull(SentElement element, ConstantModel constant)
    {
        if (element.IsNull)
        {
            return constant.Kind == ConstantKind.Null
                ? Fit.Always
                : Fit.Never($"is null, and must equal {ContractWriter.Write(constant)}");
        }

        return element.Shape is null ? Fit.Unknown
            : element.MayBeNull ? Fit.Sometimes("must be null, and need not be")
            : element.Shape.Kind is TypeShapeKind.Object or TypeShapeKind.Named or TypeShapeKind.PortId ? Fit.Unknown
            : element.Type is { IsReferenceType: true } ? Fit.Unknown
            : Fit.Never("must be null");
    }

    private static bool? AreEqual(object? value, ConstantModel constant) => constant.Kind switch
    {
        ConstantKind.String => value is string text && string.Equals(text, constant.Value, StringComparison.Ordinal),
        ConstantKind.Boolean => value is bool truth && truth == (constant.Value is "true"),
        ConstantKind.Floating => IsEqualNumber(value, ContractNumbers.ValueOf(constant)),
        _ => IntegerRanges.ValueOf(value) is { } integer && integer == IntegerOf(constant),
    };

    private static decimal IntegerOf(ConstantModel constant) =>
        decimal.Parse(ContractWriter.Write(constant), ContractNumbers.Culture);

    // Whether a large integer equals a floating-point number exactly is left to those who run.
    private static bool? IsEqualNumber(object? value, double constant) => value switch
    {
        double number => number.Equals(constant),
        float number => ((double)number).Equals(constant),
        _ when IntegerRanges.ValueOf(value) is { } integer =>
            Math.Abs(integer) <= MaxExactInteger ? (double)integer == constant : null,
        _ => false,
    };

    private static bool CanEqual(TypeShape sent, ConstantModel constant) => constant.Kind switch
    {
        ConstantKind.String => sent.Kind is TypeShapeKind.String or TypeShapeKind.PortId,
        ConstantKind.Boolean => sent.Kind is TypeShapeKind.Boolean,
        ConstantKind.Integer or ConstantKind.UnsignedInteger =>
            sent.Kind is TypeShapeKind.Integer or TypeShapeKind.Enum,
        _ => sent.Kind is TypeShapeKind.Integer or TypeShapeKind.Enum or TypeShapeKind.Single or TypeShapeKind.Double,
    };
}
