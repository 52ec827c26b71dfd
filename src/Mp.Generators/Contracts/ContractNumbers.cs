using System.Globalization;
using Mp.Generators.Model;

namespace Mp.Generators.Contracts;

/// <summary>Numbers as the text form of contracts has them; models have them as C# literals.</summary>
internal static class ContractNumbers
{
    public static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>A floating-point literal: such that it can't be taken for an integer.</summary>
    public static string Write(string literal)
    {
        string number = literal.StartsWith("double.", StringComparison.Ordinal)
            ? literal.Substring("double.".Length)
            : literal.TrimEnd('D');
        return number switch
        {
            "PositiveInfinity" => "Infinity",
            "NegativeInfinity" => "-Infinity",
            "NaN" => number,
            _ => number.IndexOfAny(['.', 'E']) < 0 ? number + ".0" : number,
        };
    }

    /// <summary>The number that a floating-point constant is.</summary>
    public static double ValueOf(ConstantModel constant) => Write(constant.Value) switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        "NaN" => double.NaN,
        var number => double.Parse(number, Culture),
    };

    /// <summary>The constant that a number is, or nothing if it is no number.</summary>
    public static ConstantModel? Read(string number)
    {
        switch (number)
        {
            case "Infinity":
                return new ConstantModel(ConstantKind.Floating, "double.PositiveInfinity");
            case "-Infinity":
                return new ConstantModel(ConstantKind.Floating, "double.NegativeInfinity");
            case "NaN":
                return new ConstantModel(ConstantKind.Floating, "double.NaN");
        }

        if (long.TryParse(number, NumberStyles.AllowLeadingSign, Culture, out long signed))
        {
            return new ConstantModel(ConstantKind.Integer, signed.ToString(Culture) + "L");
        }

        if (ulong.TryParse(number, NumberStyles.None, Culture, out ulong unsigned))
        {
            return new ConstantModel(ConstantKind.UnsignedInteger, unsigned.ToString(Culture) + "UL");
        }

        string digits = number.EndsWith(".0", StringComparison.Ordinal)
            ? number.Substring(0, number.Length - 2)
            : number;
        return double.TryParse(number, NumberStyles.Float, Culture, out double _)
            ? new ConstantModel(ConstantKind.Floating, digits + "D")
            : null;
    }
}
