//! Sets of small numbers that share what they have in common.
//!
//! A copy costs nothing, and two sets that come from one are joined in the time that their
//! differences take: an analysis of a long function has a set for each block.

use super::{Global, Var};
use crate::work;
use std::marker::PhantomData;
use std::rc::Rc;

/// What a [`Set`] has as members.
pub trait Numbered: Copy {
    /// Its number.
    fn number(self) -> u32;
    /// What has this number.
    fn numbered(number: u32) -> Self;
}

impl Numbered for Var {
    fn number(self) -> u32 {
        self.0
    }

    fn numbered(number: u32) -> Var {
        Var(number)
    }
}

impl Numbered for Global {
    fn number(self) -> u32 {
        self.0
    }

    fn numbered(number: u32) -> Global {
        Global(number)
    }
}

/// A set.
#[derive(Clone, Debug)]
pub struct Set<T> {
    tree: Tree,
    /// Nodes above each leaf.
    height: u32,
    members: PhantomData<T>,
}

/// The members of a range of numbers. What is empty or full is written so, never as a node.
#[derive(Clone, Debug)]
enum Tree {
    Empty,
    Full,
    Leaf(u64),
    Node(Rc<[Tree; CHILDREN as usize]>),
}

const CHILD_BITS: u32 = 4;
const CHILDREN: u32 = 1 << CHILD_BITS;
const LEAF_BITS: u32 = 6;

impl<T> Default for Set<T> {
    fn default() -> Self {
        Set {
            tree: Tree::Empty,
            height: 0,
            members: PhantomData,
        }
    }
}

impl<T: Numbered> Set<T> {
    /// Adds a member.
    pub fn insert(&mut self, member: T) {
        work::step();
        self.grow(member.number());
        self.tree.set(self.height, member.number(), true);
    }

    /// Takes a member out.
    pub fn remove(&mut self, member: T) {
        if self.contains(member) {
            self.tree.set(self.height, member.number(), false);
        }
    }

    /// True if it is a member.
    pub fn contains(&self, member: T) -> bool {
        work::step();
        fits(member.number(), self.height) && self.tree.has(self.height, member.number())
    }

    /// Adds the other set; returns true if that changed anything.
    pub fn extend(&mut self, other: &Set<T>) -> bool {
        while self.height < other.height {
            self.raise();
        }
        self.tree.join(&other.at_height(self.height), true)
    }

    /// Leaves what is in the other set, too; returns true if that changed anything.
    pub fn retain(&mut self, other: &Set<T>) -> bool {
        while self.height < other.height {
            self.raise();
        }
        self.tree.join(&other.at_height(self.height), false)
    }

    /// Its members, ascending.
    pub fn iter(&self) -> impl Iterator<Item = T> + '_ {
        let mut waiting = vec![(&self.tree, self.height, 0)];
        let mut bits = (0_u64, 0);
        std::iter::from_fn(move || loop {
            if bits.0 != 0 {
                work::step();
                let bit = bits.0.trailing_zeros();
                bits.0 &= bits.0 - 1;
                return Some(T::numbered(bits.1 + bit));
            }
            let (tree, height, first) = waiting.pop()?;
            match tree {
                Tree::Empty => {}
                Tree::Leaf(leaf) => bits = (*leaf, first),
                Tree::Full if height == 0 => bits = (u64::MAX, first),
                tree => waiting.extend((0..CHILDREN).rev().map(|child| {
                    let first = first + (child << shift(height));
                    (tree.child(child), height - 1, first)
                })),
            }
        })
    }

    /// The set's tree below nodes that have nothing beside it.
    fn at_height(&self, height: u32) -> Tree {
        let mut raised = self.clone();
        while raised.height < height {
            raised.raise();
        }
        raised.tree
    }

    fn grow(&mut self, number: u32) {
        while !fits(number, self.height) {
            self.raise();
        }
    }

    fn raise(&mut self) {
        self.height += 1;
        if !matches!(self.tree, Tree::Empty) {
            let mut children = [const { Tree::Empty }; CHILDREN as usize];
            children[0] = std::mem::replace(&mut self.tree, Tree::Empty);
            self.tree = Tree::Node(Rc::new(children));
        }
    }
}

impl<T: Numbered> FromIterator<T> for Set<T> {
    fn from_iter<I: IntoIterator<Item = T>>(members: I) -> Set<T> {
        let mut set = Set::default();
        members.into_iter().for_each(|member| set.insert(member));
        set
    }
}

/// Low bits of a number that tell it from others below one child of a node.
fn shift(height: u32) -> u32 {
    LEAF_BITS + CHILD_BITS * (height - 1)
}

fn fits(number: u32, height: u32) -> bool {
    let bits = LEAF_BITS + CHILD_BITS * height;
    bits >= u32::BITS || number >> bits == 0
}

impl Tree {
    /// A child of what is no leaf.
    fn child(&self, child: u32) -> &Tree {
        match self {
            Tree::Node(children) => &children[child as usize],
            other => other,
        }
    }

    fn has(&self, height: u32, number: u32) -> bool {
        match self {
            Tree::Empty => false,
            Tree::Full => true,
            Tree::Leaf(bits) => bits >> (number % u64::BITS) & 1 == 1,
            Tree::Node(children) => {
                let child = number >> shift(height) & (CHILDREN - 1);
                children[child as usize].has(height - 1, number)
            }
        }
    }

    fn set(&mut self, height: u32, number: u32, present: bool) {
        if height == 0 {
            let bit = 1 << (number % u64::BITS);
            let bits = self.bits();
            *self = Tree::leaf(if present { bits | bit } else { bits & !bit });
        } else {
            let child = number >> shift(height) & (CHILDREN - 1);
            let children = self.children_mut();
            children[child as usize].set(height - 1, number, present);
            self.collapse();
        }
    }

    /// Adds (or else leaves only) what another tree of the same height has.
    fn join(&mut self, other: &Tree, union: bool) -> bool {
        work::step();
        match (&*self, other) {
            (Tree::Node(one), Tree::Node(two)) if Rc::ptr_eq(one, two) => false,
            (Tree::Empty, Tree::Empty) | (Tree::Full, Tree::Full) => false,
            (Tree::Empty, _) | (_, Tree::Full) if !union => false,
            (Tree::Full, _) | (_, Tree::Empty) if union => false,
            (_, Tree::Empty) | (Tree::Full, _) | (Tree::Empty, _) | (_, Tree::Full) => {
                *self = other.clone();
                true
            }
            (Tree::Leaf(one), Tree::Leaf(two)) => {
                let (before, two) = (*one, *two);
                let after = if union { before | two } else { before & two };
                *self = Tree::leaf(after);
                after != before
            }
            _ => self.join_children(other, union),
        }
    }

    fn join_children(&mut self, other: &Tree, union: bool) -> bool {
        // Nodes that are shared stay so unless something changes.
        let mut changed = false;
        for child in 0..CHILDREN {
            let mut joined = self.child(child).clone();
            if joined.join(other.child(child), union) {
                self.children_mut()[child as usize] = joined;
                changed = true;
            }
        }
        if changed {
            self.collapse();
        }
        changed
    }

    fn leaf(bits: u64) -> Tree {
        match bits {
            0 => Tree::Empty,
            u64::MAX => Tree::Full,
            bits => Tree::Leaf(bits),
        }
    }

    /// The bits of what is a leaf.
    fn bits(&self) -> u64 {
        match self {
            Tree::Leaf(bits) => *bits,
            Tree::Full => u64::MAX,
            _ => 0,
        }
    }

    /// The children of what is no leaf, not shared any more.
    fn children_mut(&mut self) -> &mut [Tree; CHILDREN as usize] {
        if !matches!(self, Tree::Node(_)) {
            let all = std::mem::replace(self, Tree::Empty);
            *self = Tree::Node(Rc::new(std::array::from_fn(|_| all.clone())));
        }
        match self {
            Tree::Node(children) => Rc::make_mut(children),
            _ => unreachable!("it has just been made a node"),
        }
    }

    /// Writes a node whose children are all empty, or all full, so.
    fn collapse(&mut self) {
        if let Tree::Node(children) = &*self {
            if children.iter().all(|child| matches!(child, Tree::Empty)) {
                *self = Tree::Empty;
            } else if children.iter().all(|child| matches!(child, Tree::Full)) {
                *self = Tree::Full;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Members from a few ranges, some of them full.
    fn some(seed: u32) -> (Set<Var>, BTreeSet<u32>) {
        let mut random = seed.wrapping_mul(2_654_435_761) | 1;
        let mut next = |limit: u32| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 8) % limit
        };
        let (mut set, mut model) = (Set::default(), BTreeSet::new());
        for _ in 0..next(6) {
            let (first, length) = (next(40) * 64, next(20) * next(90));
            for number in (first..first + length).chain([next(5000), next(200_000)]) {
                set.insert(Var(number));
                model.insert(number);
            }
            for _ in 0..next(40) {
                let number = next(3000);
                set.remove(Var(number));
                model.remove(&number);
            }
        }
        (set, model)
    }

    #[test]
    fn a_set_does_what_a_set_of_numbers_does() {
        let mut full = 0;
        for seed in 0..400 {
            let ((one, numbers), (two, others)) = (some(seed), some(seed + 1));
            let members = |set: &Set<Var>| set.iter().map(|var| var.0).collect::<Vec<_>>();
            assert!(members(&one).iter().eq(&numbers));
            assert!((0..5000).all(|n| one.contains(Var(n)) == numbers.contains(&n)));
            let (mut union, mut both) = (one.clone(), one.clone());
            let model: BTreeSet<u32> = numbers.union(&others).copied().collect();
            assert_eq!(union.extend(&two), model != numbers);
            assert!(members(&union).iter().eq(&model));
            assert!(!union.extend(&two));
            let model: BTreeSet<u32> = numbers.intersection(&others).copied().collect();
            assert_eq!(both.retain(&two), model != numbers);
            assert!(members(&both).iter().eq(&model));
            assert!(
                members(&one).iter().eq(&numbers),
                "a copy is a set of its own"
            );
            full += usize::from(format!("{one:?}").contains("Full"));
        }
        assert!(full > 50, "{full} sets with a full range");
    }
}
