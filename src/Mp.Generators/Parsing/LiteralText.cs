using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mp.Generators.Parsing;

/// <summary>Constants as C# literals.</summary>
internal static class LiteralText
{
    /// <summary>A floating-point number, such that reading it gives the same one.</summary>
    public static string Of(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => value.ToString("G17", CultureInfo.InvariantCulture) + "D",
    };

    /// <summary>The default value of a parameter, or <see langword="null"/> if it has none.</summary>
    public static string? DefaultOf(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        if (parameter.ExplicitDefaultValue is not { } value)
        {
            return "default";
        }

        ITypeSymbol type =
            parameter.Type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } nullable
                ? nullable.TypeArguments[0]
                : parameter.Type;
        string literal = value switch
        {
            double number => Of(number),
            float number => $"(float){Of(number)}",
            decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
            _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
        };

        // The parentheses keep a minus sign from being taken for a subtraction.
        return type.TypeKind == TypeKind.Enum
            ? $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})({literal})"
            : literal;
    }
}
