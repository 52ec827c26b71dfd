using Microsoft.CodeAnalysis;
using Mp.Generators.Model;

namespace Mp.Generators.Parsing;

/// <summary>Reads which codecs are written by hand.</summary>
internal static class CustomCodecParser
{
    private const string Services = "global::Mp.CompilerServices.";

    /// <summary>Whether a type, a member or a parameter is said to have one.</summary>
    public static bool IsMarked(ISymbol symbol) => AttributeOf(symbol) is not null;

    /// <summary>Parses a type that is marked.</summary>
    /// <returns>The model, or <see langword="null"/> if there is any problem.</returns>
    public static CustomPayloadModel? Parse(INamedTypeSymbol type, Action<ProblemKind, Location, string>? report)
    {
        var problems = new ProblemSink(report);
        PayloadParser.CheckType(type, problems);
        ElementModel? element = Parse(type, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), problems);
        return element is null || problems.HasProblems
            ? null
            : new CustomPayloadModel { MetadataName = KnownTypes.MetadataNameOf(type), Element = element };
    }

    /// <summary>How something that is marked is read and written, or nothing if it can't be.</summary>
    /// <param name="marked">What is marked.</param>
    /// <param name="type">Its type.</param>
    /// <param name="problems">What is told of problems.</param>
    public static ElementModel? Parse(ISymbol marked, ITypeSymbol type, ProblemSink problems)
    {
        bool takesNull = ElementParser.TakesNull(type);
        ITypeSymbol present = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            ? ((INamedTypeSymbol)type).TypeArguments[0]
            : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        string name = ClosedPayloadParser.Write(present);
        if (DescribeCodec(marked, present, name) is not { } codec)
        {
            problems.Report(ProblemKind.PayloadCodecDoesNotFit, marked.Locations[0], marked.Name);
            return null;
        }

        string wrapper = type.IsReferenceType ? "NullableReferenceCodec" : "NullableCodec";
        return new ElementModel
        {
            Kind = ElementKind.Coded,
            Type = takesNull ? name + "?" : name,
            Variable = takesNull || type.IsReferenceType ? name + "?" : name,
            Codec = takesNull ? $"new {Services}{wrapper}<{name}>({codec})" : codec,
        };
    }

    private static string? DescribeCodec(ISymbol marked, ITypeSymbol type, string name)
    {
        if (AttributeOf(marked)?.ConstructorArguments[0].Value is not INamedTypeSymbol { IsAbstract: false } codec
            || !ClosedPayloadParser.IsVisible(codec)
            || !codec.InstanceConstructors.Any(IsUsable))
        {
            return null;
        }

        INamedTypeSymbol? conversion = codec.AllInterfaces.FirstOrDefault(one =>
            KnownTypes.Is(one, KnownTypes.PayloadCodec)
            && SymbolEqualityComparer.Default.Equals(one.TypeArguments[0], type));
        if (conversion is null || ElementParser.DescribeCodec(conversion.TypeArguments[1]) is not var (payload, inner))
        {
            return null;
        }

        string written = ClosedPayloadParser.Write(codec);
        return $"new {Services}ConvertedCodec<{name}, {payload}>(new {written}(), {inner})";
    }

    private static bool IsUsable(IMethodSymbol constructor) =>
        constructor.Parameters.IsEmpty
        && constructor.DeclaredAccessibility
            is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static AttributeData? AttributeOf(ISymbol symbol) => symbol.GetAttributes().FirstOrDefault(
        static attribute => KnownTypes.Is(attribute.AttributeClass, KnownTypes.PayloadCodecAttribute)
            && attribute.ConstructorArguments.Length == 1);
}
