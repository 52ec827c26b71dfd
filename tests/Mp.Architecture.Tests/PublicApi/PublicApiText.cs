using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mp.Architecture.Tests.PublicApi;

/// <summary>
/// The public face of an assembly as text: one type or member a line, in an order that does not change.
/// </summary>
internal static class PublicApiText
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType,
        delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword);

    private static readonly SymbolDisplayFormat MemberFormat = TypeFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters
            | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeAccessibility
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeDefaultValue)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeMemberKeyword);

    private static readonly SymbolDisplayFormat BaseFormat = TypeFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters)
        .WithKindOptions(SymbolDisplayKindOptions.None);

    public static string Of(string assemblyPath)
    {
        MetadataReference subject = MetadataReference.CreateFromFile(assemblyPath);
        IEnumerable<MetadataReference> platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) != Path.GetFileName(assemblyPath))
            .Select(path => MetadataReference.CreateFromFile(path));
        CSharpCompilation compilation = CSharpCompilation.Create("Reader", references: [subject, .. platform]);
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(subject)!;

        IEnumerable<string> types = TypesOf(assembly.GlobalNamespace)
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .Select(TextOf);
        return string.Join('\n', types);
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member switch
        {
            INamedTypeSymbol type when IsVisible(type) => [type, .. TypesOf(type)],
            INamespaceSymbol space => TypesOf(space),
            _ => Enumerable.Empty<INamedTypeSymbol>(),
        });

    private static string TextOf(INamedTypeSymbol type)
    {
        IEnumerable<string> bases = new[] { type.BaseType }
            .OfType<INamedTypeSymbol>()
            .Where(parent => parent.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType
                or SpecialType.System_Enum or SpecialType.System_MulticastDelegate))
            .Concat(type.TypeKind == TypeKind.Delegate ? [] : type.Interfaces.Where(IsVisible))
            .Select(parent => parent.ToDisplayString(BaseFormat));
        string inherits = string.Join(", ", bases);
        string header = ModifiersOf(type) + type.ToDisplayString(TypeFormat)
            + (inherits.Length == 0 ? "" : " : " + inherits);

        IEnumerable<string> members = type.TypeKind == TypeKind.Delegate ? [] : type.GetMembers()
            .Where(member => member is not INamedTypeSymbol and not IMethodSymbol { IsImplicitlyDeclared: true }
                && IsVisible(member) && !IsAccessor(member))
            .Select(member => "    " + member.ToDisplayString(MemberFormat) + AccessorsOf(member))
            .Order(StringComparer.Ordinal);
        return string.Concat(members.Prepend(header).Select(line => line + "\n"));
    }

    private static string ModifiersOf(INamedTypeSymbol type) => type switch
    {
        { TypeKind: not TypeKind.Class } => type is { IsReadOnly: true, TypeKind: TypeKind.Struct } ? "readonly " : "",
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsSealed: true } => "sealed ",
        _ => "",
    };

    private static string AccessorsOf(ISymbol member)
    {
        if (member is not IPropertySymbol property)
        {
            return "";
        }

        IEnumerable<string> accessors = new[] { property.GetMethod, property.SetMethod }
            .OfType<IMethodSymbol>()
            .Where(IsVisible)
            .Select(accessor => accessor.MethodKind == MethodKind.PropertyGet ? "get;" : WriterOf(accessor));
        return $" {{ {string.Join(' ', accessors)} }}";
    }

    private static string WriterOf(IMethodSymbol accessor) => accessor.IsInitOnly ? "init;" : "set;";

    private static bool IsAccessor(ISymbol member) => member is IMethodSymbol
    {
        MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove,
    };

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
