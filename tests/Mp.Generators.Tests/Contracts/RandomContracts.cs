using System.Globalization;
using Mp.Generators.Collections;
using Mp.Generators.Contracts;
using Mp.Generators.Model;

namespace Mp.Generators.Tests.Contracts;

/// <summary>Makes up contracts, odd ones above all.</summary>
internal sealed class RandomContracts(Random random)
{
    private static readonly string[] Names =
    [
        "Demo.Echo", "Echo", "Demo.Outer`1+Echo", "bytes", "map", "port", "payload", "PortId", "int", "Straße", "π.ρ", "_x",
    ];

    private static readonly string[] Words = ["reply", "default", "optional", "open", "Any", "null", "@event", "naïve", "x1"];

    private static readonly string[] Texts =
        ["ping", "", "say \"hi\"", "a\\b", "], [", "two\nlines", "tab\t", "\u2028", "päng", "😀", "#", "..."];

    private static readonly double[] Numbers =
        [0, -0.0, 3, 0.1, -1e300, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    public ContractDocument NextDocument() => ContractDocument.Of(
        Enumerable.Range(0, random.Next(4)).Select(_ => NextPort()).DistinctBy(static port => port.Name),
        Enumerable.Range(0, random.Next(4)).Select(_ => NextPayload()));

    private PortContract NextPort() => new()
    {
        Name = Pick(Names),
        Kind = (ContractKind)random.Next(3),
        Base = Chance(3) ? Pick(Names) : "",
        ReceivesUnmatched = Chance(4),
        IsOpen = Chance(4),
        Arms = Many(5, NextArm),
    };

    private ArmContract NextArm() => new()
    {
        Elements = Many(4, NextElement),
        Rest = Chance(4) ? Pick(Words) : "",
    };

    private ElementContract NextElement() => random.Next(3) switch
    {
        0 => new ElementContract { Kind = ElementContractKind.Any },
        1 => new ElementContract { Kind = ElementContractKind.Constant, Constant = NextConstant() },
        _ => new ElementContract
        {
            Kind = ElementContractKind.Typed,
            Type = NextType(2),
            Name = Pick(Words),
            IsOptional = Chance(3),
        },
    };

    private ConstantModel NextConstant() => random.Next(6) switch
    {
        0 => new ConstantModel(ConstantKind.Null, "null"),
        1 => new ConstantModel(ConstantKind.Boolean, Chance(2) ? "true" : "false"),
        2 => new ConstantModel(
            ConstantKind.Integer,
            (Chance(4) ? long.MinValue : random.Next(-9, 9)).ToString(CultureInfo.InvariantCulture) + "L"),
        3 => new ConstantModel(ConstantKind.UnsignedInteger, "18446744073709551615UL"),
        4 => new ConstantModel(ConstantKind.Floating, Mp.Generators.Parsing.LiteralText.Of(Pick(Numbers))),
        _ => new ConstantModel(ConstantKind.String, Pick(Texts)),
    };

    private TypeShape NextType(int depth)
    {
        var kind = (TypeShapeKind)random.Next(depth == 0 ? (int)TypeShapeKind.Enum : (int)TypeShapeKind.Named + 1);
        TypeShape shape = new() { Kind = kind, IsNullable = Chance(3) };
        return kind switch
        {
            TypeShapeKind.Integer => shape with { Name = Pick(ContractKeywords.Integers) },
            TypeShapeKind.PortId => shape with { Name = Chance(2) ? Pick(Names) : "" },
            TypeShapeKind.Enum => shape with
            {
                Name = Pick(Names),
                Arguments = new([new TypeShape { Kind = TypeShapeKind.Integer, Name = Pick(ContractKeywords.Integers) }]),
            },
            TypeShapeKind.Sequence or TypeShapeKind.Map => shape with { Arguments = new([NextType(depth - 1)]) },
            TypeShapeKind.Named => shape with { Name = Pick(Names), Arguments = Many(2, () => NextType(depth - 1)) },
            _ => shape,
        };
    }

    private PayloadContract NextPayload()
    {
        var form = (PayloadForm)random.Next(3);
        return new PayloadContract { Name = Pick(Names), Form = form, Members = Many(4, () => NextMember(form)) };
    }

    private PayloadMemberContract NextMember(PayloadForm form)
    {
        string name = form == PayloadForm.Union ? "" : Pick(Words);
        return new PayloadMemberContract
        {
            Key = form != PayloadForm.Map ? random.Next(-2, 40).ToString(CultureInfo.InvariantCulture)
                : Chance(2) ? name
                : Pick(Texts),
            Name = name,
            Type = NextType(2),
            IsOptional = Chance(3),
        };
    }

    private EquatableArray<T> Many<T>(int most, Func<T> next) =>
        Enumerable.Range(0, random.Next(most + 1)).Select(_ => next()).ToEquatableArray();

    private T Pick<T>(T[] items) => items[random.Next(items.Length)];

    private bool Chance(int outOf) => random.Next(outOf) == 0;
}
