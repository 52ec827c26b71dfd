using Mp.Generators.Contracts;

namespace Mp.Analyzers.Sends;

/// <summary>Whether what is sent is of the type that a handler waits for.</summary>
/// <param name="payloads">What is known of payloads.</param>
internal sealed class TypeFit(PayloadTypes payloads)
{
    /// <summary>Says so.</summary>
    /// <param name="element">What is sent.</param>
    /// <param name="expected">What it must be.</param>
    public Fit Of(SentElement element, TypeShape expected)
    {
        string type = ContractWriter.Write(expected);
        if (element.IsNull)
        {
            return expected.IsNullable ? Fit.Always : Fit.Never($"is null, and must be {type}");
        }

        Fit fit = element.Shape is { } shape ? OfPresent(element, shape, expected) : Fit.Unknown;
        return fit.Kind == FitKind.Always && !expected.IsNullable && element.MayBeNull
            ? Fit.Sometimes($"may be null, and must be {type}")
            : fit;
    }

    private Fit OfPresent(SentElement element, TypeShape sent, TypeShape expected)
    {
        decimal? integer = IntegerRanges.ValueOf(element.Constant);
        if (integer is { } value && IsInteger(expected))
        {
            (decimal least, decimal most) = IntegerRanges.Of(expected);
            return value >= least && value <= most
                ? Fit.Always
                : Fit.Never(Mismatch(value.ToString(ContractNumbers.Culture), expected));
        }

        if (expected.Kind == TypeShapeKind.PortId && sent.Kind == TypeShapeKind.String && element.IsConstant)
        {
            return element.Constant is string text && text.IndexOf('#') >= 0
                ? Fit.Unknown
                : Fit.Never("is a text without a '#', and must be a port ID");
        }

        return OfShapes(sent, expected);
    }

    private Fit OfShapes(TypeShape sent, TypeShape expected)
    {
        if (expected.Kind == TypeShapeKind.Object)
        {
            return Fit.Always;
        }

        string mismatch = Mismatch(ContractWriter.Write(sent), expected);
        return (sent.Kind, expected.Kind) switch
        {
            (TypeShapeKind.Object, _) => Fit.Sometimes(mismatch),
            (TypeShapeKind.Named, _) or (_, TypeShapeKind.Named) => OfNamed(sent, expected, mismatch),
            _ when IsInteger(sent) && IsInteger(expected) =>
                IntegerRanges.Contains(expected, sent) ? Fit.Always : Fit.Sometimes(mismatch),
            _ when IsFloating(expected) => IsInteger(sent) || IsFloating(sent) ? Fit.Always : Fit.Never(mismatch),
            (TypeShapeKind.String, TypeShapeKind.PortId) => Fit.Sometimes(mismatch),
            (TypeShapeKind.PortId, TypeShapeKind.String) => Fit.Always,
            (TypeShapeKind.Sequence, TypeShapeKind.Sequence) or (TypeShapeKind.Map, TypeShapeKind.Map) =>
                OfItems(sent.Arguments[0], expected.Arguments[0], mismatch),
            _ => sent.Kind == expected.Kind ? Fit.Always : Fit.Never(mismatch),
        };
    }

    // An empty list is a list of anything. Whether items may be null is left to the compiler's own warnings.
    private Fit OfItems(TypeShape sent, TypeShape expected, string mismatch)
    {
        Fit fit = OfShapes(sent, expected);
        return fit.Kind is FitKind.Never or FitKind.Sometimes ? Fit.Sometimes(mismatch) : fit;
    }

    private Fit OfNamed(TypeShape sent, TypeShape expected, string mismatch)
    {
        if (sent == expected with { IsNullable = sent.IsNullable })
        {
            return Fit.Always;
        }

        if (sent.Kind == TypeShapeKind.Named
            && expected.Kind == TypeShapeKind.Named
            && payloads.IsCaseOf(sent, expected))
        {
            return Fit.Never($"{mismatch}: cast it, to be sent as that");
        }

        // What a payload is written as is neither a number nor a text. Two payloads may well be alike.
        bool isSentPayload = sent.Kind == TypeShapeKind.Named && payloads.Contains(sent);
        bool isExpectedPayload = expected.Kind == TypeShapeKind.Named && payloads.Contains(expected);
        return (isSentPayload && IsScalar(expected)) || (isExpectedPayload && IsScalar(sent))
            ? Fit.Never(mismatch)
            : Fit.Unknown;
    }

    private static string Mismatch(string sent, TypeShape expected) =>
        $"is {sent}, and must be {ContractWriter.Write(expected)}";

    private static bool IsScalar(TypeShape type) => type.Kind is not (TypeShapeKind.Object
        or TypeShapeKind.Sequence or TypeShapeKind.Map or TypeShapeKind.Named);

    private static bool IsInteger(TypeShape type) => type.Kind is TypeShapeKind.Integer or TypeShapeKind.Enum;

    private static bool IsFloating(TypeShape type) => type.Kind is TypeShapeKind.Single or TypeShapeKind.Double;
}
