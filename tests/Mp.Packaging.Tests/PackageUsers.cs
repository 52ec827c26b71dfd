namespace Mp.Packaging.Tests;

/// <summary>Tests that share one package: it is packed once, and they run one after the other.</summary>
[CollectionDefinition(nameof(PackageUsers))]
public sealed class PackageUsers : ICollectionFixture<PackageFixture>;
