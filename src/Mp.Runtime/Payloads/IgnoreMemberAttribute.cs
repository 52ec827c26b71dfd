namespace Mp.Payloads;

/// <summary>Marks a member of a payload that does not travel.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class IgnoreMemberAttribute : Attribute;
