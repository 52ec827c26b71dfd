using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Mp.Generators.Collections;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads the pattern of a handler from its attribute.</summary>
internal static class PatternParser
{
    /// <summary>The most elements that a pattern may have.</summary>
    public const int MaxLength = 16;

    /// <summary>Reads the pattern, telling <paramref name="problems"/> of what can't stand in one.</summary>
    public static EquatableArray<ConstantModel> Parse(
        AttributeData attribute,
        ProblemSink problems,
        CancellationToken cancellationToken)
    {
        // A constructor that was not found, or a value that is no constant: the compiler has said so.
        if (attribute.AttributeConstructor is null || attribute.ConstructorArguments.Length != 1)
        {
            problems.LeaveToCompiler();
            return default;
        }

        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;
        TypedConstant argument = attribute.ConstructorArguments[0];
        if (argument.Kind != TypedConstantKind.Array)
        {
            problems.LeaveToCompiler();
            return default;
        }

        // [Rcv(null)] passes no array: it is the pattern of one null.
        if (argument.IsNull)
        {
            return new EquatableArray<ConstantModel>([new ConstantModel(ConstantKind.Null, "null")]);
        }

        ImmutableArray<TypedConstant> values = argument.Values;
        if (values.Length > MaxLength)
        {
            string length = values.Length.ToString(CultureInfo.InvariantCulture);
            problems.Report(ProblemKind.PatternIsTooLong, LocationOf(syntax, values.Length, 0), length);
        }

        var pattern = new List<ConstantModel>();
        for (int index = 0; index < values.Length; index++)
        {
            if (ParseConstant(values[index], LocationOf(syntax, values.Length, index), problems) is { } constant)
            {
                pattern.Add(constant);
            }
        }

        return pattern.ToEquatableArray();
    }

    private static ConstantModel? ParseConstant(TypedConstant constant, Location location, ProblemSink problems)
    {
        switch (constant.Kind)
        {
            case TypedConstantKind.Error:
                problems.LeaveToCompiler();
                return null;
            case TypedConstantKind.Enum when KnownTypes.Is(constant.Type, KnownTypes.Pattern):
                return new ConstantModel(ConstantKind.Any, "");
            case TypedConstantKind.Type:
                string type = (constant.Value as ITypeSymbol)?.ToDisplayString(
                    SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? "T";
                problems.Report(
                    ProblemKind.ConstantIsUnsupported,
                    location,
                    $"a type in it, as no element is one: a parameter '{type} x' of the handler matches by type");
                return null;
            case TypedConstantKind.Array:
                problems.Report(ProblemKind.ConstantIsUnsupported, location, "an array in it, as nothing equals one");
                return null;
            default:
                return ParseValue(constant.Value, location, problems);
        }
    }

    private static ConstantModel? ParseValue(object? value, Location location, ProblemSink problems)
    {
        switch (value)
        {
            case null:
                return new ConstantModel(ConstantKind.Null, "null");
            case string text when IsWellFormed(text):
                return new ConstantModel(ConstantKind.String, text);
            case string:
                problems.Report(ProblemKind.ConstantIsUnsupported, location, "half a surrogate pair in it");
                return null;
            case bool truth:
                return new ConstantModel(ConstantKind.Boolean, truth ? "true" : "false");
            case char character:
                return Integer(character);
            case float number:
                return new ConstantModel(ConstantKind.Floating, LiteralText.Of(number));
            case double number:
                return new ConstantModel(ConstantKind.Floating, LiteralText.Of(number));
            case ulong and > long.MaxValue:
                return new ConstantModel(
                    ConstantKind.UnsignedInteger,
                    ((ulong)value).ToString(CultureInfo.InvariantCulture) + "UL");
            default:
                return Integer(Convert.ToInt64(value, CultureInfo.InvariantCulture));
        }
    }

    private static ConstantModel Integer(long value) => new(
        ConstantKind.Integer,
        value.ToString(CultureInfo.InvariantCulture) + "L");

    /// <summary>Whether UTF-8 can express a text. With half a surrogate pair, no message could ever match.</summary>
    public static bool IsWellFormed(string text)
    {
        for (int index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where an element of a pattern is written, or nothing if that is in another assembly.</summary>
    public static Location? LocationOf(AttributeData attribute, int index, CancellationToken cancellationToken) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax
            ? LocationOf(syntax, LengthOf(attribute), index)
            : null;

    private static int LengthOf(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 1
        && attribute.ConstructorArguments[0] is { IsNull: false, Kind: TypedConstantKind.Array } pattern
            ? pattern.Values.Length
            : 1;

    private static Location LocationOf(AttributeSyntax? attribute, int length, int index) =>
        attribute?.ArgumentList is { } arguments && arguments.Arguments.Count == length
            ? arguments.Arguments[index].GetLocation()
            : attribute?.GetLocation() ?? Location.None;
}
