// The attributes of MessagePack-CSharp that Mp knows, by their names alone. With -p:WithMessagePackCSharp=true the
// library's own take their place.
namespace MessagePack;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class MessagePackObjectAttribute(bool keyAsPropertyName = false) : Attribute
{
    public bool KeyAsPropertyName => keyAsPropertyName;
}

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class KeyAttribute : Attribute
{
    public KeyAttribute(int x) => IntKey = x;

    public KeyAttribute(string x) => StringKey = x;

    public int? IntKey { get; }

    public string? StringKey { get; }
}

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
internal sealed class IgnoreMemberAttribute : Attribute;

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true)]
internal sealed class UnionAttribute(int key, Type subType) : Attribute
{
    public int Key => key;

    public Type SubType => subType;
}

[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SerializationConstructorAttribute : Attribute;
